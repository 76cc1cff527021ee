import type { OutboundAnswer } from '@voronka/functions'
import { z } from 'zod'
import type { ConnectionTools, ConnectionWork } from '../connections/connection-work.ts'
import type { TelephonyProvider } from '../telephony/provider.ts'
import { idOf } from './hear-of-call.ts'

/** As the functions of the library write it. */
const askedSchema = z.object({
  number: z.string(),
  phone: z.string(),
  record: z.string(),
  payload: z
    .array(
      z.object({
        record: z.string().exactOptional(),
        managerPhone: z.string().exactOptional(),
        smsText: z.string().exactOptional(),
        needBlock: z.literal(true).exactOptional(),
      }),
    )
    .optional(),
  client: z.int(),
  order: z.int().nullable(),
})

/** A connection of telephony, whichever vendor it is: calls are made and written down by `calls`. */
export function telephonyWork(provider: TelephonyProvider, { calls, onError }: ConnectionTools): ConnectionWork {
  return {
    kind: provider.kind,
    check: (connection) => provider.check(calls.lineOf(connection)),
    inbound: (connection) => (provider.told ? calls.pathsOf(connection) : {}),
    async ask(connection, { body }, key): Promise<OutboundAnswer> {
      try {
        const { number, phone, record, payload, client, order } = askedSchema.parse(JSON.parse(body ?? ''))
        const begun = await calls.begin(provider, connection, {
          key: `script:${key}`,
          from: number,
          to: phone,
          record,
          reactions: payload,
          order,
          operator: null,
          client,
          his: false,
        })
        return answerOf(begun.begun ? { status: 'success', call_id: idOf(begun.row) } : { status: 'error', message: begun.reason })
      } catch (error) {
        onError(error, { what: 'call', project: connection.project })
        return { status: 0, body: '', failure: 'unreachable' }
      }
    },
  }
}

const answerOf = (said: object): OutboundAnswer => ({ status: 200, body: JSON.stringify(said) })
