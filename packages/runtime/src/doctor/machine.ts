import { accessSync, constants, existsSync, statfsSync, statSync } from 'node:fs'
import { databaseOf } from '../config/data-folder.ts'
import { error, ok, warning, type Examination, type Outcome } from './finding.ts'

const mb = 1_000_000

/** The machine under the installation: its folder, disk, clock and zones. */
export const machineExaminations: readonly Examination[] = [
  { name: 'data-folder', of: 'any', look: ({ settings }) => dataFolder(settings.data) },
  { name: 'free-disk', of: 'any', look: ({ settings }) => freeDisk(settings.data) },
  { name: 'clock', of: 'any', look: ({ settings, now }) => clock(settings.data, now) },
  { name: 'zones', of: 'any', look: zones },
]

function dataFolder(folder: string): Outcome {
  if (!existsSync(folder)) {
    return warning(`The data folder ${folder} is not there.`, 'Start Voronka, which makes it, or name the right folder with --data.')
  }
  try {
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch {
    return error(
      `The data folder ${folder} cannot be written by this user.`,
      'Run as the user who owns it, or give it to this one with chown.',
    )
  }
  const open = [folder, databaseOf(folder)].find((path) => existsSync(path) && (statSync(path).mode & 0o077) !== 0)
  if (open !== undefined) return warning(`Other users of this machine have rights on ${open}.`, `Take them away: chmod go= ${open}`)
  return ok(`${folder} can be written, and nobody else reads it.`)
}

/** Of a copy that is made beside the database, and of a day's conversations. */
const needed = (database: string): number => (existsSync(database) ? statSync(database).size : 0) + 500 * mb

function freeDisk(folder: string): Outcome {
  if (!existsSync(folder)) return ok('There is no data folder yet.')
  const { bavail, bsize } = statfsSync(folder)
  const free = bavail * bsize
  const says = `${Math.floor(free / mb)} MB are free where the data folder lies.`
  const cure = 'Make room, keep fewer backups (VORONKA_BACKUPS), or move the data folder to a larger disk.'
  if (free < 100 * mb) return error(says, cure)
  return free < needed(databaseOf(folder)) ? warning(says, cure) : ok(says)
}

/** A little later than now is what another machine's clock may say of a shared folder. */
const toleratedMs = 60_000

function clock(folder: string, now: number): Outcome {
  const cure = 'Set the clock, best by a service such as systemd-timesyncd or chrony.'
  const year = new Date(now).getUTCFullYear()
  if (year < 2026 || year > 2100) return error(`The clock of this machine says ${year}.`, cure)
  const database = databaseOf(folder)
  const written = [database, `${database}-wal`].filter((path) => existsSync(path)).map((path) => statSync(path).mtimeMs)
  const ahead = Math.max(0, ...written) - now
  if (ahead > toleratedMs) return error(`The database was written ${Math.round(ahead / 1000)} s after now: the clock was set back.`, cure)
  return ok(`${new Date(now).toISOString()}, and nothing was written later.`)
}

/** Zones as far as everybody knows them: the middle of a winter and of a summer, minutes from Greenwich. */
const known: readonly (readonly [zone: string, winter: number, summer: number])[] = [
  ['Europe/Moscow', 180, 180],
  ['Europe/Berlin', 60, 120],
  ['Asia/Kolkata', 330, 330],
]

function zones(): Outcome {
  const offset = (zone: string, at: number): number => {
    const parts = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' }).formatToParts(at)
    const [, sign = '+', hours = 0, minutes = 0] =
      /([+-])(\d+):(\d+)/.exec(parts.find(({ type }) => type === 'timeZoneName')?.value ?? '') ?? []
    return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes))
  }
  const wrong = known.filter(([zone, winter, summer]) => {
    try {
      return offset(zone, Date.UTC(2026, 0, 15)) !== winter || offset(zone, Date.UTC(2026, 6, 15)) !== summer
    } catch {
      return true
    }
  })
  const version = process.versions['tz'] ?? 'unknown'
  return wrong.length
    ? error(
        `This Node does not know the time in ${wrong.map(([zone]) => zone).join(', ')}.`,
        'Install a Node with full ICU, as nodejs.org ships it.',
      )
    : ok(`Time zones are known (data ${version}).`)
}
