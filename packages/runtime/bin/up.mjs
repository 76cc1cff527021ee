#!/usr/bin/env node
/** The commands of the root package.json: each does all the set-up that it needs. */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { bin, checkNode, ensureBuilt, ensureInstalled, findBrowser, root, run, say } from './setup.mjs'

const commands = { start, dev, test, bench, build }

const [command = 'start', ...rest] = process.argv.slice(2)
checkNode()
ensureInstalled()
await commands[command](rest)

async function start(args) {
  ensureBuilt('runtime', 'builder', 'widget')
  const { main } = await import('../dist/main.js')
  process.exitCode = await main(['start', ...args])
}

function build() {
  ensureBuilt('runtime', 'builder', 'widget')
}

/** Runtime and builder with reload: the page is on vite's address, which hands /api and /chat on to the runtime. */
async function dev(args) {
  ensureBuilt('widget')
  const children = [
    spawn(process.execPath, [bin('tsx'), 'watch', 'packages/runtime/src/cli/run.ts', 'start', ...args], { cwd: root, stdio: 'inherit' }),
    spawn(process.execPath, [bin('vite'), '--config', 'apps/builder/vite.config.ts', 'apps/builder'], { cwd: root, stdio: 'inherit' }),
  ]
  const stop = () => children.forEach((child) => child.kill())
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  await Promise.race(children.map((child) => new Promise((resolve) => child.on('exit', resolve))))
  stop()
}

async function bench(args) {
  ensureBuilt('runtime', 'builder', 'widget')
  run(process.execPath, [bin('tsx'), 'packages/house/bin/bench.ts', ...args], { stdio: 'inherit', env: await withBrowser() })
}

/** Fast things first. Every step runs even when one before it failed, so that one run shows all; the last line sums them up. */
async function test() {
  const reports = join(root, '.voronka', 'reports')
  rmSync(reports, { recursive: true, force: true })
  mkdirSync(reports, { recursive: true })
  const env = await withBrowser()
  const total = { passed: 0, failed: 0 }
  const count = ({ passed, failed }) => {
    total.passed += passed
    total.failed += failed
  }

  count(step('types', ['packages/house/bin/types.mjs'], env))
  count(step('lint', [bin('oxlint'), '--deny-warnings'], env))
  count(step('format', [bin('oxfmt'), '--check'], env))
  const unit = join(reports, 'unit.json')
  const ran = step(
    'unit tests',
    [
      bin('vitest'),
      'run',
      '--config',
      'packages/house/vitest.config.ts',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${unit}`,
    ],
    env,
  )
  count(vitestCounts(unit, ran))
  ensureBuilt('runtime', 'builder', 'widget')
  if (env.VORONKA_BROWSER) {
    const browser = join(reports, 'browser.json')
    count(
      playwrightCounts(
        browser,
        step('browser tests', [bin('playwright'), 'test', '--reporter=list,json'], { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: browser }),
      ),
    )
  } else {
    say(
      'No Chromium was found and none could be installed: the browser tests did not run. Install Chromium or set VORONKA_BROWSER to its path.',
    )
    count({ passed: 0, failed: 1 })
  }
  process.stdout.write(`${total.passed} passed, ${total.failed} failed\n`)
  process.exitCode = total.failed ? 1 : 0
}

function step(name, args, env) {
  say(`\n— ${name}`)
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env })
  return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

/** Without a report the runner itself broke: that counts as one failure. */
function vitestCounts(file, ran) {
  if (!existsSync(file)) return { passed: 0, failed: 1 }
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(file, 'utf8'))
  // A file that could not even be loaded has no failed test.
  const notLoaded = testResults.filter(({ status, assertionResults }) => status === 'failed' && !assertionResults.some(isFailed)).length
  return { passed: numPassedTests, failed: numFailedTests + notLoaded || ran.failed }
}

function isFailed({ status }) {
  return status === 'failed'
}

function playwrightCounts(file, ran) {
  if (!existsSync(file)) return { passed: 0, failed: 1 }
  const { stats } = JSON.parse(readFileSync(file, 'utf8'))
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky || ran.failed }
}

async function withBrowser() {
  const browser = await findBrowser()
  return { ...process.env, ...(browser && { VORONKA_BROWSER: browser }) }
}
