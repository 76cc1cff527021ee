import pino, { type Logger } from 'pino'
import type { Settings } from './settings.ts'

/** Writes to `out`, one entry a line. What must not be in a log is taken out here, where every line passes (reliability-promises, P12.1). */
export function createLogger({ log, logLevel }: Pick<Settings, 'log' | 'logLevel'>, out: { write(text: string): unknown }): Logger {
  const form = log === 'json' ? (line: string) => line : prettyLine
  return pino(
    {
      level: logLevel,
      base: undefined,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: pino.stdSerializers.err },
    },
    { write: (line: string) => void out.write(form(redacted(line))) },
  )
}

/** Secrets by the names they go under, in JSON (`"token":"..."`) as in addresses (`token=...`), whatever follows `Bearer`, and keys in `/api/<key>/`. */
const secretNames = 'visitor|token|password|passwd|secret|apikey|api_key|api-key|authorization|cookie|signature|key'
const inAddress = new RegExp(`([?&;](?:${secretNames})=)[^&\\s"\\\\#]+`, 'gi')
const inJson = new RegExp(`(\\\\?"(?:${secretNames})\\\\?":\\s*\\\\?")[^"\\\\]+`, 'gi')
const afterBearer = /(\bbearer\s+)[\w.~+/=-]+/gi
/** Keys by their form, wherever they stand: ours, those of the project API, and whatever stands in an address where such a key belongs. */
const byForm = /vk_[\w-]{16,}|(?<![\w-])[0-9a-f]{32,}(?![\w-])|(?<=\/api\/)(?:[0-9a-f]{16,}|[\w-]{20,})(?=[/?"\\\s]|$)/gi

export const redacted = (line: string): string =>
  line.replace(inAddress, '$1[hidden]').replace(inJson, '$1[hidden]').replace(afterBearer, '$1[hidden]').replace(byForm, '[hidden]')

/** `12:03:04 warn  request refused  method=POST status=404`; a stack on lines of its own. */
function prettyLine(line: string): string {
  const entry = fieldsOf(line)
  const { level, time, msg, err, ...facts } = entry
  const known = Object.entries(facts).filter(([, value]) => value !== undefined)
  const told = known
    .map(([name, value]) => ` ${name}=${typeof value === 'string' && /^[\w./:-]+$/.test(value) ? value : JSON.stringify(value)}`)
    .join('')
  const stack = isFields(err) ? `\n${String(err['stack'] ?? err['message'] ?? '')}` : ''
  return `${String(time).slice(11, 19)} ${String(level).padEnd(5)} ${oneLine(String(msg ?? ''))} ${told}${stack}\n`
}

function fieldsOf(line: string): Readonly<Record<string, unknown>> {
  const value: unknown = JSON.parse(line)
  return isFields(value) ? value : {}
}

const isFields = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null

/** No text from outside makes a line that looks like ours. */
const oneLine = (text: string): string => text.replace(/\p{Cc}/gu, ' ')
