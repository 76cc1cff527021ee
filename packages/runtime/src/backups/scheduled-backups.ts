import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Logger } from 'pino'
import { runOwnProgram } from '../config/own-program.ts'
import type { Settings } from '../config/settings.ts'

/** How the latest scheduled backup ended. */
export interface BackupState {
  readonly at: number
  readonly ok: boolean
  /** The file, or what went wrong. */
  readonly what: string
}

export interface ScheduledBackups {
  stop(): Promise<void>
}

const dayMs = 86_400_000
const lookMs = 60_000
/** After a failure the next attempt comes sooner than tomorrow. */
const againMs = 3_600_000

export const backupsOf = (data: string): string => join(data, 'backups')
const statePath = (data: string): string => join(backupsOf(data), 'state.json')
const scheduled = /^voronka-(\d{4})-(\d{2})-(\d{2})T(\d{2})-(\d{2})\.db$/

/** Undefined: none was made yet. */
export function backupState(data: string): BackupState | undefined {
  try {
    const state: unknown = JSON.parse(readFileSync(statePath(data), 'utf8'))
    return isState(state) ? state : undefined
  } catch {
    return undefined
  }
}

/** The moments of the scheduled backups that lie there, latest first. */
export function scheduledBackups(data: string): { readonly file: string; readonly at: number }[] {
  let names: string[]
  try {
    names = readdirSync(backupsOf(data))
  } catch {
    return []
  }
  const found = names.flatMap((name) => {
    const [, year, month, day, hour, minute] = scheduled.exec(name) ?? []
    return year
      ? [{ file: join(backupsOf(data), name), at: Date.UTC(+year, Number(month) - 1, Number(day), Number(hour), Number(minute)) }]
      : []
  })
  return found.sort((a, b) => b.at - a.at)
}

/**
 * Once a day, a backup into the folder `backups` of the data folder, restored on trial; the latest are kept (reliability-promises, P4.6). It is made by a
 * process of its own, so that nobody waits for it. What fails is logged, noted in `state.json` beside them, and tried again every hour.
 */
export function scheduleBackups(
  { data, backups: keep, databaseUrl }: Pick<Settings, 'data' | 'backups' | 'databaseUrl'>,
  log: Logger,
): ScheduledBackups {
  if (keep === 0 || databaseUrl !== '') return { stop: async () => undefined }
  const ending = new AbortController()
  let running: Promise<void> | undefined
  const look = () => {
    const now = Date.now()
    const state = backupState(data)
    const latest = scheduledBackups(data)[0]?.at ?? 0
    const due = state && !state.ok ? now - state.at >= againMs : now - latest >= dayMs
    if (!due || running) return
    running = backUpNow({ data, keep }, log, ending.signal).finally(() => (running = undefined))
  }
  const timer = setInterval(look, lookMs).unref()
  return {
    async stop() {
      clearInterval(timer)
      ending.abort()
      await running
    },
  }
}

/** Makes a scheduled backup at once; says how it ended. */
export async function backUpNow(
  { data, keep, at = Date.now() }: { data: string; keep: number; at?: number },
  log: Logger,
  signal?: AbortSignal,
): Promise<void> {
  const file = join(backupsOf(data), `voronka-${new Date(at).toISOString().slice(0, 16).replace(':', '-')}.db`)
  const outcome = await attempt(data, file, signal)
  if (signal?.aborted) return
  const state: BackupState = outcome === undefined ? { at, ok: true, what: file } : { at, ok: false, what: outcome }
  try {
    writeFileSync(statePath(data), `${JSON.stringify(state)}\n`, { mode: 0o600 })
  } catch (err) {
    log.error({ err }, 'the outcome of the backup could not be noted')
  }
  if (state.ok) log.info({ file }, 'backup made and restored on trial')
  else log.error({ why: state.what }, 'the scheduled backup failed')
  // Only what is known to be good makes older ones superfluous.
  if (state.ok) for (const { file: old } of scheduledBackups(data).slice(keep)) rmSync(old, { force: true })
}

/** Undefined: it went well. */
async function attempt(data: string, file: string, signal?: AbortSignal): Promise<string | undefined> {
  try {
    mkdirSync(backupsOf(data), { recursive: true, mode: 0o700 })
    removeUnfinished(data)
    const { code, stderr } = await runOwnProgram(['backup', file, '--data', data, '--rehearse'], signal)
    return code === 0 ? undefined : stderr.trim().split('\n')[0] || `It ended with ${code}.`
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

/** What a killed process left. */
export function removeUnfinished(data: string): void {
  for (const name of readdirSync(backupsOf(data))) {
    if (/\.part(-\w+)?$|^rehearsal-/.test(name)) rmSync(join(backupsOf(data), name), { recursive: true, force: true })
  }
}

function isState(value: unknown): value is BackupState {
  return typeof value === 'object' && value !== null && 'at' in value && 'ok' in value && 'what' in value
}
