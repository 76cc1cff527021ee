import { isIP } from 'node:net'
import { join, resolve } from 'node:path'
import { readAllowedHost, type AllowedHost } from '../egress/allow-list.ts'
import { root } from './root.ts'
import type { SettingsFile } from './settings-file.ts'

/** How one Voronka is set up. */
export interface Settings {
  readonly port: number
  readonly host: string
  /** Whom the builder and its API answer: everybody who signs in, or this machine only, while visitors of the chat come from anywhere. */
  readonly network: 'chat' | 'all'
  /** Addresses of the proxies in front, which provide TLS and are believed about who calls; joined by commas, empty: none. */
  readonly proxy: string
  /** Files with the certificate and its key, for TLS without a proxy; empty: none. */
  readonly tlsCert: string
  readonly tlsKey: string
  /** How many calls a second one address may make to the web chats; 0: as many as it likes. */
  readonly chatRate: number
  /** How many calls a second one key of the project API may make from other machines; 0: as many as it likes. */
  readonly apiRate: number
  /** Folder with everything that is stored; absolute. */
  readonly data: string
  /** Address of a PostgreSQL database; empty: SQLite in the data folder. */
  readonly databaseUrl: string
  /** How many scheduled backups are kept; 0: none are made. */
  readonly backups: number
  /** The address that people use when it is not the one we listen on; empty: none. */
  readonly publicUrl: string
  /** What stored secrets are sealed with; empty: a file in the data folder. */
  readonly secretKey: string
  /** Who brings it may read the metrics; empty: this machine only. */
  readonly metricsToken: string
  /** Hosts that projects may be allowed to call although they are not public. */
  readonly egressAllow: readonly AllowedHost[]
  /** Time stands still, and tests move the world (docs/testing.md). */
  readonly testMode: 'off' | 'on'
  readonly log: 'pretty' | 'json'
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error'
}

interface Setting<T> {
  /** Names in the environment; the first that is set counts. */
  readonly variables: readonly [string, ...string[]]
  /** Empty: none, as what stands on a command line is seen by every user of the machine. */
  readonly flag: string
  readonly standard: string
  readonly what: string
  /** Its value is never shown. */
  readonly secret?: boolean
  /** Gives the value, or a sentence that says what it must be. */
  read(text: string): { readonly value: T } | { readonly mustBe: string }
}

/** Every setting, in one table: flags, environment, documentation and checks follow from it. */
const table: { readonly [K in keyof Settings]: Setting<Settings[K]> } = {
  port: {
    variables: ['VORONKA_PORT', 'PORT'],
    flag: '--port',
    standard: '3000',
    what: 'The port to listen on. With 0 the system picks a free one, and the first line of output is its number.',
    read: (text) =>
      /^\d{1,5}$/.test(text) && Number(text) <= 65_535 ? { value: Number(text) } : { mustBe: 'a whole number from 0 to 65535' },
  },
  host: {
    variables: ['VORONKA_HOST'],
    flag: '--host',
    standard: '127.0.0.1',
    what: 'The address to listen on. Anything but this machine itself also needs TLS: VORONKA_PROXY, or VORONKA_TLS_CERT and VORONKA_TLS_KEY.',
    read: (text) =>
      isIP(text) || text === 'localhost' ? { value: text } : { mustBe: 'an IP address such as 127.0.0.1 or 0.0.0.0, or "localhost"' },
  },
  network: {
    variables: ['VORONKA_NETWORK'],
    flag: '--network',
    standard: 'all',
    what:
      'Whom the builder and its API answer: `all` - whoever signs in, from anywhere; `chat` - this machine only, while visitors of the chat pages come ' +
      'from anywhere.',
    read: oneOf('chat', 'all'),
  },
  proxy: {
    variables: ['VORONKA_PROXY'],
    flag: '--proxy',
    standard: '',
    what:
      'Addresses of the proxies in front, e.g. `127.0.0.1` or `10.0.0.0/8`, several with commas between. Says that they provide TLS, and that what they ' +
      'tell of the caller (`X-Forwarded-For`, `X-Forwarded-Proto`) is believed; from anybody else it is not.',
    read: (text) => {
      const parts = text === '' ? [] : text.split(',').map((part) => part.trim())
      return parts.every(isNetwork)
        ? { value: parts.join(',') }
        : { mustBe: 'IP addresses or networks such as 10.0.0.0/8, with commas between' }
    },
  },
  tlsCert: {
    variables: ['VORONKA_TLS_CERT'],
    flag: '--tls-cert',
    standard: '',
    what: 'File with the certificate (PEM, with those between), for TLS without a proxy. Goes with VORONKA_TLS_KEY.',
    read: (text) => ({ value: text === '' ? '' : resolve(text) }),
  },
  tlsKey: {
    variables: ['VORONKA_TLS_KEY'],
    flag: '--tls-key',
    standard: '',
    what: 'File with the private key of the certificate (PEM).',
    read: (text) => ({ value: text === '' ? '' : resolve(text) }),
  },
  chatRate: {
    variables: ['VORONKA_CHAT_RATE'],
    flag: '--chat-rate',
    standard: '100',
    what:
      'How many calls a second one address may make to the web chats, ten times as many at once; beyond that it is asked to wait (429). 0: no limit. ' +
      'Programs on this machine have none.',
    read: (text) => (/^\d{1,7}$/.test(text) ? { value: Number(text) } : { mustBe: 'a whole number' }),
  },
  apiRate: {
    variables: ['VORONKA_API_RATE'],
    flag: '--api-rate',
    standard: '50',
    what:
      'How many calls a second one key of the project API may make, four times as many at once; beyond that it is asked to wait (429). 0: no limit. ' +
      '`save_variables` and programs on this machine have none.',
    read: (text) => (/^\d{1,7}$/.test(text) ? { value: Number(text) } : { mustBe: 'a whole number' }),
  },
  data: {
    variables: ['VORONKA_DATA'],
    flag: '--data',
    standard: '',
    what: 'The folder where everything is stored; made when missing, readable by its owner only. Empty: `data` in the folder of the installation.',
    read: (text) => ({ value: text === '' ? join(root, 'data') : resolve(text) }),
  },
  databaseUrl: {
    variables: ['VORONKA_DATABASE_URL', 'DATABASE_URL'],
    flag: '--database-url',
    standard: '',
    what:
      'A PostgreSQL database to store in, e.g. `postgres://user:password@host/voronka`; any number of processes share it (docs/scale-out.md). ' +
      'Empty: SQLite in the data folder.',
    read: (text) =>
      text === '' || (URL.canParse(text) && /^postgres(ql)?:$/.test(new URL(text).protocol))
        ? { value: text }
        : { mustBe: 'an address such as postgres://user:password@host/voronka' },
  },
  publicUrl: {
    variables: ['VORONKA_PUBLIC_URL'],
    flag: '--public-url',
    standard: '',
    what: 'The address under which people reach the server when a proxy stands in front, e.g. `https://bots.example.com`.',
    read: (text) =>
      text === '' || (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && new URL(text).pathname === '/')
        ? { value: text }
        : { mustBe: 'an address such as https://bots.example.com, without a path' },
  },
  backups: {
    variables: ['VORONKA_BACKUPS'],
    flag: '--backups',
    standard: '7',
    what: 'How many of the daily backups in the folder `backups` of the data folder are kept; `0`: none are made. Not for PostgreSQL, which has its own.',
    read: (text) => (/^\d{1,3}$/.test(text) ? { value: Number(text) } : { mustBe: 'a whole number from 0 to 999' }),
  },
  secretKey: {
    variables: ['VORONKA_SECRET_KEY'],
    flag: '',
    standard: '',
    secret: true,
    what:
      'The key that stored secrets (tokens, passwords of other services) are sealed with, at least 32 random characters. Empty: the file `secret.key` in ' +
      'the data folder, made at the first start. Several processes on one database need the same one.',
    read: (text) => (text === '' || text.length >= 32 ? { value: text } : { mustBe: 'at least 32 characters' }),
  },
  metricsToken: {
    variables: ['VORONKA_METRICS_TOKEN'],
    flag: '',
    standard: '',
    secret: true,
    what: 'Whoever sends it as `Authorization: Bearer ...` may read `/metrics`. Empty: `/metrics` answers this machine only.',
    read: (text) => (/^[\x21-\x7e]*$/.test(text) ? { value: text } : { mustBe: 'printable characters without spaces' }),
  },
  egressAllow: {
    variables: ['VORONKA_EGRESS_ALLOW'],
    flag: '--egress-allow',
    standard: '',
    what: 'Hosts that flows may call although they are not public, separated by commas: `crm.intranet:8080`, `*.corp.example`, `10.1.0.0/16`, `[fd00::]/8`.',
    read(text) {
      const entries = text.split(',').filter((each) => each.trim() !== '')
      const value = entries.flatMap((each) => readAllowedHost(each) ?? [])
      return value.length === entries.length
        ? { value }
        : { mustBe: 'hosts, addresses or ranges, separated by commas, such as crm.intranet:8080,10.1.0.0/16' }
    },
  },
  testMode: {
    variables: ['VORONKA_TEST_MODE'],
    flag: '--test-mode',
    standard: 'off',
    what: '`on`: for tests of the whole server, never for people: time stands still until it is moved, and `/test` plans faults (docs/testing.md). Only on this machine.',
    read: oneOf('off', 'on'),
  },
  log: {
    variables: ['VORONKA_LOG'],
    flag: '--log',
    standard: 'pretty',
    what: 'Form of the log on standard error: `pretty` for people, `json` for programs.',
    read: oneOf('pretty', 'json'),
  },
  logLevel: {
    variables: ['VORONKA_LOG_LEVEL'],
    flag: '--log-level',
    standard: 'info',
    what: 'What is logged: `debug` (every request), `info`, `warn` (refused requests), `error`.',
    read: oneOf('debug', 'info', 'warn', 'error'),
  },
}

function oneOf<T extends string>(...values: readonly T[]) {
  return (text: string): { value: T } | { mustBe: string } => {
    const value = values.find((each) => each === text)
    return value === undefined ? { mustBe: `one of ${values.join(', ')}` } : { value }
  }
}

/** A setting has a value that it cannot have. Each sentence names where it came from and what it must be. */
export class BadSettings extends Error {
  override readonly name = 'BadSettings'
  constructor(sentences: readonly string[]) {
    super(sentences.join('\n'))
  }
}

type Environment = Readonly<Record<string, string | undefined>>

/** Flags win over the environment, that over the file, that over what is standard. Throws `BadSettings` with a sentence for each bad value. */
export function readSettings(args: readonly string[], env: Environment, file?: SettingsFile): Settings {
  const { flags, faults } = readFlags(args)
  faults.push(...unknownIn(file))
  const read = <K extends keyof Settings>(name: K): Settings[K] => {
    const setting: Setting<Settings[K]> = table[name]
    const { text, from } = given(setting, flags, env, file)
    const result = setting.read(text)
    if ('value' in result) return result.value
    faults.push(`${from} is ${setting.secret ? 'set' : JSON.stringify(withoutPassword(text))}, but must be ${result.mustBe}.`)
    return standardOf(setting)
  }
  const settings: Settings = {
    port: read('port'),
    host: read('host'),
    network: read('network'),
    proxy: read('proxy'),
    tlsCert: read('tlsCert'),
    tlsKey: read('tlsKey'),
    chatRate: read('chatRate'),
    apiRate: read('apiRate'),
    data: read('data'),
    databaseUrl: read('databaseUrl'),
    publicUrl: read('publicUrl'),
    backups: read('backups'),
    secretKey: read('secretKey'),
    metricsToken: read('metricsToken'),
    egressAllow: read('egressAllow'),
    testMode: read('testMode'),
    log: read('log'),
    logLevel: read('logLevel'),
  }
  const tls = settings.tlsCert !== '' && settings.tlsKey !== ''
  if (!tls && (settings.tlsCert || settings.tlsKey)) faults.push('VORONKA_TLS_CERT and VORONKA_TLS_KEY go together.')
  if (!tls && settings.proxy === '' && !isLoopback(settings.host)) faults.push(beyondThisMachine(settings.host))
  if (settings.testMode === 'on' && !isTestable(settings)) faults.push(onlyForTests)
  if (faults.length) throw new BadSettings(faults)
  return settings
}

/** The data folder as flags and environment name it, before anything is read from there. */
export const dataFolderOf = (args: readonly string[], env: Environment): string => {
  const result = table.data.read(given(table.data, readFlags(args).flags, env).text)
  return 'value' in result ? result.value : standardOf(table.data)
}

/** The table as the documentation shows it. */
export function settingsTable(): string {
  const rows = Object.values(table).map(
    ({ variables, flag, standard, what }) =>
      `| ${variables.map((name) => `\`${name}\``).join(', ')} | ${flag && `\`${flag}\``} | ${standard && `\`${standard}\``} | ${what} |`,
  )
  return ['| environment | flag | standard | what it is |', '|---|---|---|---|', ...rows].join('\n')
}

const flagNames: ReadonlySet<string> = new Set(Object.values(table).flatMap(({ flag }) => flag || []))

/** An address as it may be shown. */
export const withoutPassword = (address: string): string => address.replace(/(\/\/[^/:@]*):[^/@]*@/, '$1:***@')

/** `--port 80` and `--port=80`. */
function readFlags(args: readonly string[]): { flags: ReadonlyMap<string, string>; faults: string[] } {
  const flags = new Map<string, string>()
  const faults: string[] = []
  for (let at = 0; at < args.length; at++) {
    const [name = '', ...rest] = (args[at] ?? '').split('=')
    const value = rest.length ? rest.join('=') : args[++at]
    if (!flagNames.has(name)) faults.push(`There is no setting ${name || JSON.stringify('')}. There are: ${[...flagNames].join(', ')}.`)
    else if (value === undefined) faults.push(`${name} needs a value.`)
    else flags.set(name, value)
  }
  return { flags, faults }
}

function given<T>(
  { variables, flag, standard }: Setting<T>,
  flags: ReadonlyMap<string, string>,
  env: Environment,
  file?: SettingsFile,
): { readonly text: string; readonly from: string } {
  const byFlag = flags.get(flag)
  if (byFlag !== undefined) return { text: byFlag, from: flag }
  for (const name of variables) {
    const text = env[name]
    if (text) return { text, from: name }
  }
  for (const name of variables) {
    const written = file?.values.get(name)
    if (written?.text) return { text: written.text, from: `${file?.path}, line ${written.line}: ${name}` }
  }
  return { text: standard, from: flag || variables[0] }
}

const variableNames: ReadonlySet<string> = new Set(Object.values(table).flatMap(({ variables }) => variables))

/** The environment belongs to everybody; a file of settings is ours, and a name in it that nobody knows is a slip. */
const unknownIn = (file: SettingsFile | undefined): string[] =>
  [...(file?.values ?? [])]
    .filter(([name]) => !variableNames.has(name))
    .map(([name, { line }]) => `${file?.path}, line ${line}: there is no setting ${name}. There are: ${[...variableNames].join(', ')}.`)

function standardOf<T>(setting: Setting<T>): T {
  const result = setting.read(setting.standard)
  if ('value' in result) return result.value
  throw new Error(`The standard value of ${setting.flag} is not a value of it.`)
}

export const isLoopback = (host: string): boolean => host === 'localhost' || host === '::1' || host.startsWith('127.')

/** Whoever reaches it could do as he likes; and a database that others use has a clock of its own. */
const isTestable = ({ host, proxy, databaseUrl }: Settings): boolean => isLoopback(host) && proxy === '' && databaseUrl === ''

const onlyForTests = 'VORONKA_TEST_MODE is on: then nobody but this machine may reach the server, without a proxy, and it stores in SQLite.'

const isNetwork = (text: string): boolean => {
  const [address = '', bits, ...rest] = text.split('/')
  const most = { 4: 32, 6: 128 }[isIP(address)]
  return most !== undefined && rest.length === 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most))
}

const beyondThisMachine = (host: string): string =>
  `The address ${host} can be reached from other machines, where passwords must not travel in the open. Name a certificate with VORONKA_TLS_CERT and ` +
  'VORONKA_TLS_KEY, or the proxy that provides TLS with VORONKA_PROXY.'
