import fc from 'fast-check'
import { createHash } from 'node:crypto'
import type { TestServer } from '../serve.ts'
import type { ForeignAddress } from './compatible.ts'

/** Puts a bot, a telephony and a payment service into a project, and gives the addresses that they post to, with what they post: of its shape, and holding anything. */
export async function webhookAddresses(
  { installation, url }: TestServer,
  owner: Pick<TestServer, 'call'>,
  project: number,
  anything: fc.Arbitrary<unknown>,
): Promise<ForeignAddress[]> {
  const connect = async (kind: string, fields: object): Promise<Record<string, string>> =>
    (await owner.call('POST', `/api/projects/${project}/connections`, { kind, fields })).body.inbound
  const { webhook = '' } = await connect('telegram', { token: '123:ABC', apiRoot: 'http://127.0.0.1:1' })
  await openChannel(installation, project)
  const { status = '', digit = '' } = await connect('zvonobot', { apiKey: 'k', baseUrl: 'http://127.0.0.1:1' })
  const { callback = '' } = await connect('payment-link', { link: 'https://pay.example/{payment}', secret: 'a shared secret' })
  const secret = createHash('sha256')
    .update(`telegram ${new URL(webhook, url).pathname.split('/').at(-1)}`)
    .digest('hex')
  const thanked: ForeignAddress['fits'] = ({ status: code, body }) => code === 200 && body.status === 'ok'
  return [
    {
      what: 'news of Telegram',
      path: webhook,
      headers: { 'x-telegram-bot-api-secret-token': secret },
      shape: updates(anything),
      fits: ({ status: code }) => code < 500,
    },
    { what: 'ends of calls', path: status, shape: endsOfCalls(anything), fits: thanked },
    {
      what: 'digits of calls',
      path: digit,
      shape: fc.record({ call: some(anything, 'apicallId answer phone'), webhookParameters: anything }),
      fits: thanked,
    },
    {
      what: 'outcome of a payment',
      path: callback,
      shape: some(anything, 'payment sum currency status signature'),
      fits: ({ status: code }) => code < 500,
    },
  ]
}

/** As if its bot had told who it is. */
async function openChannel({ db, connections }: TestServer['installation'], project: number): Promise<void> {
  const connection = await db.transaction(() => connections.first(project, 'telegram'))
  if (!connection) throw new Error('It was not connected.')
  const row = {
    key: `outside-${project}-1-fuzz_bot`,
    project_id: project,
    kind: 'web',
    name: 'fuzz_bot',
    enabled: 1,
    created_at: 0,
  } as const
  const more = { contact: 'outside', client_type: 1, connection_id: connection.id, messenger: 'telegram' } as const
  await db.run(db.build.insertInto('channels').values({ ...row, ...more }))
}

/** An object with some of these fields, each holding anything. */
const some = (anything: fc.Arbitrary<unknown>, names: string): fc.Arbitrary<object> =>
  fc.record(Object.fromEntries(names.split(' ').map((name) => [name, anything])), { requiredKeys: [] })

function updates(anything: fc.Arbitrary<unknown>): fc.Arbitrary<object> {
  const from = fc.oneof(
    { weight: 4, arbitrary: fc.constant({ id: 777, first_name: 'Ann' }) },
    some(anything, 'id first_name last_name username'),
  )
  const chat = fc.oneof({ weight: 4, arbitrary: fc.constant({ id: 777, type: 'private' }) }, some(anything, 'id type'))
  const contact = some(anything, 'phone_number user_id')
  const location = some(anything, 'latitude longitude')
  const file = some(anything, 'file_id file_name')
  const content = fc.oneof(
    fc.record({ text: fc.oneof(anything, fc.constant('/start tag')) }),
    fc.record({ contact }),
    fc.record({ location }),
    fc.record({ document: fc.oneof(file, anything), caption: anything }),
    fc.record({ photo: fc.oneof(fc.array(file), anything) }),
  )
  const message = fc
    .tuple(fc.record({ message_id: fc.oneof(fc.nat(), anything), from, chat }), content)
    .map(([known, more]) => ({ ...known, ...more }))
  return fc.record(
    {
      update_id: fc.oneof({ weight: 4, arbitrary: fc.nat() }, anything),
      message: fc.oneof({ weight: 4, arbitrary: message }, anything),
      edited_message: message,
      callback_query: fc.record({ id: anything, from, data: anything, message: fc.oneof(message, anything) }, { requiredKeys: ['from'] }),
      my_chat_member: fc.record({ chat, from, new_chat_member: some(anything, 'status user') }),
    },
    { requiredKeys: ['update_id'] },
  )
}

const endsOfCalls = (anything: fc.Arbitrary<unknown>): fc.Arbitrary<object> =>
  fc.record({
    apiCalls: fc.array(
      fc.record({
        id: fc.oneof(fc.nat(), anything),
        phone: fc.oneof(anything, fc.constant('+7 900 000-00-01')),
        status: anything,
        calls: fc.oneof(fc.array(some(anything, 'cost ivrDigit status startedAt answeredAt finishedAt')), anything),
      }),
      { maxLength: 5 },
    ),
  })
