import type { CallReaction } from '@voronka/functions'
import { z } from 'zod'
import { readCalls, readDigit } from './call-reports.ts'
import type { Line, LineCheck, NewCall, Started, TelephonyProvider } from './provider.ts'

const minute = 60_000
const longestReason = 300

const answerSchema = z.object({ status: z.unknown(), data: z.unknown(), message: z.unknown() }).partial()
const begunSchema = z.object({
  id: z
    .union([z.string(), z.number()])
    .transform(String)
    .pipe(z.string().regex(/^[0-9]{1,40}$/))
    .optional(),
  status: z.unknown().optional(),
  message: z.unknown().optional(),
})

/** Zvonobot (telephony, section 5). The key travels in the body and in no address. */
export const zvonobot: TelephonyProvider = {
  kind: 'zvonobot',

  async check(line): Promise<LineCheck> {
    const answer = await ask(line, 'userInfo', {})
    if (!answer.ok) return { ...answer, facts: {} }
    const { balance } = z
      .object({ balance: z.union([z.string().max(40), z.number()]) })
      .partial()
      .catch({})
      .parse(answer.data)
    return { ok: true, reason: '', facts: balance === undefined ? {} : { balance: String(balance) } }
  },

  async create(line, call): Promise<Started> {
    if (call.from === '' && line.settings['duty'] !== true) return { started: false, reason: 'number is required' }
    const answer = await ask(line, 'create', callBody(call))
    if (!answer.ok) return { started: false, reason: answer.reason }
    const begun = begunSchema.safeParse([answer.data].flat()[0])
    if (!begun.success) return { started: false, reason: 'zvonobot answered something else' }
    const { id, status, message } = begun.data
    if (status === 'error' || id === undefined) return { started: false, reason: reasonOf(line, message) ?? 'zvonobot refused the call' }
    return { started: true, id }
  },

  looks: () => [minute, 5 * minute, 30 * minute],

  async look(line, calls) {
    const answer = await ask(line, 'get', { apiCallIdList: calls.map(({ id }) => Number(id)) })
    return answer.ok ? readCalls(answer.data).filter(({ ended }) => ended) : []
  },

  told: {
    status: (body) => readCalls(z.object({ apiCalls: z.unknown() }).partial().catch({}).parse(body).apiCalls),
    digit: readDigit,
  },
}

function callBody({ from, to, record, reactions, tellTo, client }: NewCall): object {
  const ivrs = reactions.flatMap((reaction, digit) =>
    Object.keys(reaction).length
      ? [
          {
            digit,
            ...reactionBody(reaction),
            ...(tellTo && { webhookUrl: tellTo.digit, webhookParameters: JSON.stringify({ digit, client_id: client }) }),
          },
        ]
      : [],
  )
  return {
    phone: to,
    ...(from === '' ? { dutyPhone: 1 } : { outgoingPhone: from }),
    record: { id: Number(record) },
    ...(ivrs.length && { ivrs }),
    ...(tellTo && { webhookUrl: tellTo.status }),
  }
}

const reactionBody = ({ record, managerPhone, smsText, needBlock }: CallReaction): object => ({
  ...(record !== undefined && { record: { id: Number(record) } }),
  ...(managerPhone !== undefined && { managerPhone }),
  ...(smsText !== undefined && { smsText }),
  ...(needBlock && { needBlock: 1 }),
})

type Answer = { readonly ok: true; readonly data: unknown } | { readonly ok: false; readonly reason: string }

async function ask(line: Line, method: string, body: object): Promise<Answer> {
  const base = String(line.settings['baseUrl'] ?? '')
  const { status, body: text } = await line.post(`${base.replace(/\/*$/, '/')}${method}`, { apiKey: line.secret('apiKey'), ...body })
  if (status === 0) return { ok: false, reason: 'zvonobot does not answer' }
  const read = answerSchema.safeParse(jsonOf(text))
  if (read.success && read.data.status === 'success' && status < 300) return { ok: true, data: read.data.data }
  const reason = read.success ? (reasonOf(line, read.data.message) ?? reasonOf(line, read.data.data)) : undefined
  return { ok: false, reason: reason ?? (status >= 300 ? `zvonobot answered ${status}` : 'zvonobot answered something else') }
}

/** The vendor's text, in which nobody finds the key. */
function reasonOf(line: Line, said: unknown): string | undefined {
  const key = line.secret('apiKey')
  const text = typeof said === 'string' ? said : typeof said === 'object' && said !== null ? JSON.stringify(said) : ''
  const shown = (key === '' ? text : text.replaceAll(key, '•••')).replaceAll('\0', '').trim()
  return shown === '' ? undefined : shown.slice(0, longestReason).replace(/\p{Surrogate}/gu, '\uFFFD')
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
