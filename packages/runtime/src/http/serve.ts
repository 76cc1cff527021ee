import type { Logger } from 'pino'
import { scheduleBackups } from '../backups/scheduled-backups.ts'
import { CannotStart } from '../config/cannot-start.ts'
import { StorageRefused } from '../db/storage-refused.ts'
import { takeDataFolder } from '../config/data-folder.ts'
import { openInstallation } from '../config/open-installation.ts'
import { readSecretKey } from '../config/secret-key.ts'
import type { Settings } from '../config/settings.ts'
import type { Installation } from '../installation.ts'
import { createServer } from './create-server.ts'

/** Runs a server until the process is told to stop. `say` is told the address (and first the port, when the system picked it). Throws `CannotStart`. */
export async function serve(settings: Settings, log: Logger, say: (line: string) => void): Promise<void> {
  const stop = stopSignal(log)
  const forgetDetail = detailSignal(log)
  const folder = takeDataFolder(settings.data, { shared: settings.databaseUrl !== '' })
  try {
    const test = settings.testMode === 'on' ? (await import('../test-mode/test-mode.ts')).createTestMode() : undefined
    const installation = await openInstallation(folder, settings, log, readSecretKey(settings), test?.options)
    const server = createServer(installation, settings, log, test?.routes(installation))
    const chores = startChores(installation, settings, log)
    try {
      // Before anybody is answered: what waited since the last stop comes first.
      await installation.worker.start().catch((error: unknown) => {
        throw error instanceof StorageRefused ? lostAtStart(error) : error
      })
      const url = await server.listen().catch((error: unknown) => {
        throw cannotListen(error, settings)
      })
      if (settings.port === 0) say(new URL(url).port)
      installation.sweeper.start()
      say(`Voronka runs at ${url}`)
      const token = await installation.accounts.newSetUpToken()
      if (token) say(`Nobody owns it yet. Create the owner (the link works once): ${setUpLink(settings.publicUrl || url, token)}`)
      if (test) log.warn('in test mode: time stands still, and whoever is on this machine moves it')
      if (process.getuid?.() === 0) log.warn('running as root: a user without rights of its own is safer')
      await stop.told
      await server.close()
    } finally {
      await chores.stop()
      await installation.close()
    }
  } finally {
    folder.release()
    stop.forget()
    forgetDetail()
  }
}

const hourMs = 3_600_000

/** What is done now and then beside all conversations. */
function startChores({ files }: Installation, settings: Settings, log: Logger): { stop(): Promise<void> } {
  const backups = scheduleBackups(settings, log)
  const sweep = setInterval(() => {
    files.sweep().catch((err: unknown) => log.warn({ err }, 'uploaded files could not be swept'))
  }, hourMs).unref()
  return {
    async stop() {
      clearInterval(sweep)
      await backups.stop()
    },
  }
}

/** The token stands behind the `#`, where browsers keep it to themselves. */
const setUpLink = (base: string, token: string): string => new URL(`/setup#${token}`, base).href

/** A stop takes ten seconds at most (reliability-promises, P4.8), or as long as it takes to press Ctrl+C twice. */
const longestStopMs = 9500

function stopSignal(log: Logger): { readonly told: Promise<void>; forget(): void } {
  let hear: (signal: string) => void = () => undefined
  const told = new Promise<void>((resolve) => {
    let stopping = false
    hear = (signal) => {
      if (stopping) process.exit(1)
      stopping = true
      log.info({ signal }, 'stopping')
      setTimeout(() => process.exit(1), longestStopMs).unref()
      resolve()
    }
  })
  // A fault that nobody awaited ends what it was in, never the server (P4.9).
  const survive = (err: unknown) => log.error({ err }, 'an error that nothing caught')
  const listeners = { SIGTERM: hear, SIGINT: hear, uncaughtException: survive, unhandledRejection: survive }
  for (const [name, listener] of Object.entries(listeners)) process.on(name, listener)
  return {
    told,
    forget() {
      for (const [name, listener] of Object.entries(listeners)) process.off(name, listener)
    },
  }
}

/** `SIGUSR2` logs everything, and once more what the settings say: nobody restarts a server to see what it does. Gives what ends that. */
function detailSignal(log: Logger): () => void {
  const usual = log.level
  const hear = () => {
    const level = log.level === 'debug' ? usual : 'debug'
    // Said at the finer of the two, so that it is seen in any case.
    log.level = 'debug'
    log.info({ now: level }, 'the log changes')
    log.level = level
  }
  process.on('SIGUSR2', hear)
  return () => void process.off('SIGUSR2', hear)
}

const lostAtStart = (error: Error): CannotStart =>
  new CannotStart(
    `The database was there and went away again: ${error.message} Nothing is lost; see that it runs and that nothing cuts its connections, and start again.`,
  )

function cannotListen(error: unknown, { host, port }: Settings): CannotStart {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'EADDRINUSE') {
    return new CannotStart(
      `Port ${port} of ${host} is taken: another program, perhaps another Voronka, listens there. Stop it, or choose another port: npm start -- --port ${port + 1}`,
    )
  }
  if (code === 'EACCES') return new CannotStart(`This user may not listen on port ${port}. Choose one above 1023 with --port.`)
  if (code === 'EADDRNOTAVAIL') return new CannotStart(`This machine has no address ${host}. Name one that it has with --host.`)
  return new CannotStart(`Listening on ${host}:${port} failed: ${error instanceof Error ? error.message : String(error)}.`)
}
