import { asDict, parseJson, type CallWorld, type Value } from '@voronka/calculator'
import type { Param } from '../param.ts'
import type { MaybePromise, OutboundAnswer, Ports } from '../ports.ts'
import type { Words } from '../words.ts'
import { isBlank } from './blank.ts'
import { isRecord, type CallReaction } from './call-reactions.ts'
import { normalPhone } from './normal-phone.ts'
import { onceKnown } from './once-known.ts'

/** What both functions of telephony take (telephony, section 4). */
export const callParams = [
  {
    name: 'number',
    type: 'text',
    about: {
      ru: 'С какого номера звонить. Пустой – номер из настроек телефонии.',
      en: 'The number to call from. Empty: that of the telephony settings.',
    },
  },
  { name: 'client_phone', type: 'text', about: { ru: 'Кому звонить.', en: 'The number to call.' } },
  {
    name: 'record_id',
    type: 'text',
    about: {
      ru: 'Номер записи. Пустой – запись из настроек телефонии.',
      en: 'Number of the record. Empty: that of the telephony settings.',
    },
  },
] as const satisfies readonly Param[]

export const whenNotCalled: Words = {
  ru: "Если звонок не начался, даёт {'status': 'error', 'message': причина}, и воронка идёт дальше.",
  en: "A call that did not start gives {'status': 'error', 'message': the reason}, and the funnel goes on.",
}

export const refusedCall = (message: string): Value =>
  new Map<string, Value>([
    ['status', 'error'],
    ['message', message],
  ])

const timeoutMs = 10_000

/** Never throws: whatever goes wrong is in its answer. */
export function startCall(
  asked: { readonly number: string; readonly phone: string; readonly record: string; readonly reactions?: readonly CallReaction[] },
  { ports }: CallWorld<Ports>,
): MaybePromise<Value> {
  const [number, record] = [asked.number.trim(), asked.record.trim()]
  const [from, phone] = [isBlank(number) ? '' : normalPhone(number), normalPhone(asked.phone)]
  if (from === undefined || phone === undefined) return refusedCall('wrong phone')
  if (!isBlank(record) && !isRecord(record)) return refusedCall('wrong record_id')
  const { clientId: client } = ports.conversation
  const body = {
    number: from,
    phone,
    record: isBlank(record) ? '' : record,
    ...(asked.reactions && { payload: asked.reactions }),
    client,
    order: ports.conversation.orderNumber(),
  }
  const request = { through: 'telephony', method: 'POST', url: 'create', headers: [], body: JSON.stringify(body), timeoutMs } as const
  return onceKnown(ports.requests.send(request), answered)
}

function answered({ status, body, failure }: OutboundAnswer): Value {
  if (failure === 'not-connected') return refusedCall('zvonobot is not connected')
  const read = status === 200 ? parseJson(body) : undefined
  return (read !== undefined && asDict(read)) || refusedCall('zvonobot does not answer')
}
