#!/usr/bin/env node
/**
 * Checks the types of every workspace and of its browser tests; all of them are checked even when one fails. What was checked before and has not
 * changed since is remembered in `.voronka/types`.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { bin, root } from '../../runtime/bin/setup.mjs'

const remembered = (workspace) => ['--incremental', '--tsBuildInfoFile', `${root}/.voronka/types/${workspace.replaceAll('/', '-')}.json`]

/** Checkers side by side work out the same types again, each for itself: four take 2.3 times the work of one. */
const oneChecker = '--singleThreaded'

const failed = ['packages', 'apps']
  .flatMap((folder) => readdirSync(`${root}/${folder}`).flatMap((name) => [`${folder}/${name}`, `${folder}/${name}/e2e`]))
  .filter((workspace) => existsSync(`${root}/${workspace}/tsconfig.json`))
  .filter(
    (workspace) =>
      spawnSync(process.execPath, [bin('tsc'), '-p', workspace, oneChecker, ...remembered(workspace)], { cwd: root, stdio: 'inherit' })
        .status !== 0,
  )

if (failed.length) console.error(`Types are wrong in ${failed.join(', ')}.`)
process.exit(failed.length ? 1 : 0)
