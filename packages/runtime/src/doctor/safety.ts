import { X509Certificate } from 'node:crypto'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { backupState, scheduledBackups } from '../backups/scheduled-backups.ts'
import { databaseOf } from '../config/data-folder.ts'
import { secretKeyFile } from '../config/secret-key.ts'
import { isLoopback, type Settings } from '../config/settings.ts'
import { error, ok, warning, type Examination, type Outcome, type Patient } from './finding.ts'

/** What keeps the installation from being lost, or from being anybody's. */
export const safetyExaminations: readonly Examination[] = [
  { name: 'backups', of: 'sqlite', look: backups },
  { name: 'secret-key', of: 'any', look: ({ settings }) => secretKey(settings) },
  { name: 'public-url', of: 'any', look: ({ settings }) => publicUrl(settings) },
  { name: 'certificate', of: 'any', look: certificate },
]

const dayMs = 86_400_000

function backups({ settings: { data, backups: keep }, now }: Patient): Outcome {
  if (keep === 0)
    return warning(
      'No scheduled backups are made.',
      'Set VORONKA_BACKUPS to how many are to be kept, unless something else copies the data.',
    )
  const state = backupState(data)
  const latest = scheduledBackups(data)[0]
  const lastGood = latest ? `the last good one is ${Math.floor((now - latest.at) / 3_600_000)} h old` : 'there is no good one'
  if (state && !state.ok) {
    return error(
      `The last backup failed, and ${lastGood}: ${state.what}`,
      'Do away with the reason; the running server tries again every hour.',
    )
  }
  if (!latest) return warning('No scheduled backup was made yet.', 'Let Voronka run: it makes the first one within some minutes.')
  if (now - latest.at > 2 * dayMs) {
    return warning(`Backups are made, but ${lastGood}.`, 'Let Voronka run, and look into its log for why none was made.')
  }
  return ok(`Backups are made; ${lastGood}.`)
}

function secretKey({ data, secretKey: given }: Settings): Outcome {
  if (given !== '') return ok('The key of the secrets comes from the settings.')
  const path = secretKeyFile(data)
  const isNew = !existsSync(databaseOf(data))
  if (!existsSync(path)) {
    return isNew
      ? ok('There are no secrets yet; the key is made at the first start.')
      : warning(
          `${path} is not there.`,
          'Put it back from where you keep it, or start Voronka with a new one and enter the stored secrets again.',
        )
  }
  if (readFileSync(path, 'utf8').trim().length < 32)
    return error(`${path} holds no key.`, 'Put the right file back from where you keep it.')
  if ((statSync(path).mode & 0o077) !== 0)
    return warning(`Other users of this machine may read ${path}.`, `Take that away: chmod 600 ${path}`)
  return ok(`${path} is there. Keep a copy of it apart from the backups.`)
}

function publicUrl({ publicUrl: url, host, proxy }: Settings): Outcome {
  if (proxy === '' && isLoopback(host)) return ok('Only this machine is answered.')
  if (url === '') {
    return warning('Others are answered, but no public address is set.', 'Set VORONKA_PUBLIC_URL to the address that people type.')
  }
  const { protocol, hostname } = new URL(url)
  if (protocol === 'http:' && !/^(localhost|127\.|\[::1\])/.test(hostname)) {
    return warning(
      `${url} is not encrypted: passwords can be read on the way.`,
      'Put a proxy with TLS in front and set VORONKA_PUBLIC_URL to its https:// address.',
    )
  }
  return ok(`People reach it at ${url}.`)
}

/** Certificates live for months; who renews his by hand wants to know in time. */
const soonDays = 14

/** Of the TLS that the server provides itself; that of a proxy is looked at from outside (`channels`). */
function certificate({ settings: { tlsCert, publicUrl: url }, now }: Patient): Outcome {
  if (tlsCert === '') return ok('Voronka has no certificate of its own.')
  const own = new X509Certificate(readFileSync(tlsCert))
  const [from, to] = [Date.parse(own.validFrom), Date.parse(own.validTo)]
  const until = new Date(to).toISOString().slice(0, 10)
  const renew = 'Renew it, then restart Voronka, which reads it at the start.'
  if (now > to) return error(`The certificate ${tlsCert} ended on ${until}: browsers refuse the page.`, renew)
  if (now < from) return error(`The certificate ${tlsCert} begins later than now.`, 'Check the clock of this machine, or use another one.')
  const name = url === '' ? undefined : new URL(url).hostname
  if (name !== undefined && own.checkHost(name) === undefined)
    return error(`The certificate ${tlsCert} is not for ${name}.`, 'Use one for the name in VORONKA_PUBLIC_URL, then restart Voronka.')
  if (to - now < soonDays * dayMs) return warning(`The certificate ${tlsCert} ends on ${until}.`, renew)
  return ok(`The certificate ${tlsCert} is good until ${until}.`)
}
