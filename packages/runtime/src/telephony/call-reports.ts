import { z } from 'zod'
import type { CallReport, DigitReport } from './provider.ts'

/** Programs write numbers as numbers and as texts. */
const word = z
  .union([z.string().max(200), z.number(), z.boolean()])
  .transform(String)
  .nullish()
  .catch(null)
const digits = z
  .union([z.string().max(40), z.number()])
  .transform(String)
  .pipe(z.string().regex(/^[0-9]{1,40}$/))
const seconds = z.coerce.number().min(0).max(1e11).nullish().catch(null)

/** One attempt to reach somebody. */
const attemptSchema = z.object({
  cost: word,
  ivrDigit: word,
  status: word,
  startedAt: seconds,
  answeredAt: seconds,
  finishedAt: seconds,
})
const apiCallSchema = z.object({
  id: digits,
  phone: word,
  status: word,
  calls: z.array(attemptSchema.catch({})).max(100).nullish().catch(null),
})
const digitCallSchema = z.object({ apicallId: digits.optional(), apiCallId: digits.optional(), answer: word, phone: word })

/** A call to somebody as the vendor tells it: all that is known of it (telephony, section 6). */
export interface ToldCall extends CallReport {
  /** Every attempt has ended, and there was one. */
  readonly ended: boolean
}

/** Those of a list that can be read. */
export function readCalls(list: unknown): readonly ToldCall[] {
  if (!Array.isArray(list)) return []
  return list.slice(0, 5000).flatMap((each) => {
    const read = apiCallSchema.safeParse(each)
    return read.success ? [toldCall(read.data)] : []
  })
}

/**
 * Words of the vendor are kept and not relied on: answered is what was answered at some moment, canceled what has no attempt. Of several attempts the
 * answered one counts, else the last.
 */
function toldCall({ id, phone, status, calls }: z.output<typeof apiCallSchema>): ToldCall {
  const attempts = calls ?? []
  const one = attempts.find(({ answeredAt }) => answeredAt) ?? attempts.at(-1)
  const [answeredAt, finishedAt] = [momentOf(one?.answeredAt), momentOf(one?.finishedAt)]
  return {
    id,
    phone: phone ?? '',
    outcome: answeredAt !== null ? 'answered' : one ? 'no_answer' : 'canceled',
    status: one?.status ?? status ?? '',
    answeredAt,
    finishedAt,
    seconds: answeredAt !== null && finishedAt !== null ? Math.max(0, Math.round((finishedAt - answeredAt) / 1000)) : 0,
    cost: attempts.length > 1 ? sum(attempts.map(({ cost }) => cost ?? '')) : (one?.cost ?? ''),
    digit: digitOf(one?.ivrDigit),
    ended: attempts.length > 0 && attempts.every((each) => momentOf(each.finishedAt) !== null),
  }
}

export function readDigit(body: unknown): DigitReport | undefined {
  const { call, ...beside } = asObject(body)
  const read = digitCallSchema.safeParse(call)
  const id = read.data?.apicallId ?? read.data?.apiCallId
  if (!read.success || id === undefined) return undefined
  // Parameters of ours come back beside the call, or in a field of their name as JSON text.
  const own = { ...beside, ...asObject(beside['webhookParameters']) }
  const digit = digitOf(read.data.answer) || digitOf(own['digit'])
  const client = Number(own['client_id'])
  if (digit === '') return undefined
  return { id, digit, phone: read.data.phone ?? '', client: Number.isSafeInteger(client) && client > 0 ? client : null }
}

function asObject(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value === 'string') {
    try {
      return asObject(JSON.parse(value))
    } catch {
      return {}
    }
  }
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {}
}

const momentOf = (unixSeconds: number | null | undefined): number | null => (unixSeconds ? Math.round(unixSeconds * 1000) : null)

/** A key of a telephone; empty: it is none. */
const digitOf = (value: unknown): string => /^[0-9*#]$/.exec(String(value ?? '').trim())?.[0] ?? ''

/** What all attempts cost; empty: it was not told. */
function sum(costs: readonly string[]): string {
  const read = costs.filter((cost) => cost !== '').map(Number)
  return read.length && read.every(Number.isFinite) ? String(Math.round(read.reduce((all, cost) => all + cost, 0) * 100) / 100) : ''
}
