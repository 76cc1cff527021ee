import type { Cast } from '../rights/cast.ts'
import type { TestServer } from '../serve.ts'

type Caller = Parameters<Cast['headers']>[0]

/** What the addresses of a project's public pages and of its dialogue have in them. */
export interface Furnished {
  readonly page: string
  readonly chat: string
  readonly message: string
  readonly client: number
  /** Numbers that are not counted from 1 in each project, by the name that they have in addresses. */
  readonly ids: Readonly<Record<string, number>>
  readonly publicKey: string
  readonly leadKey: string
  readonly leadForm: string
}

/** Puts so many things of each kind into a project, with this word in their names. */
export async function furnish(
  server: TestServer,
  cast: Cast,
  caller: Caller,
  project: number,
  word: string,
  count: number,
): Promise<Furnished> {
  const path = `/api/projects/${project}`
  const who = server.as(cast.headers(caller))
  const make = async (what: string, body: object = {}, method = 'POST') => {
    const answer = await who.call(method, `${path}/${what}`, body)
    if (answer.status !== 200) throw new Error(`${what} cannot be made: ${JSON.stringify(answer.body)}`)
    return answer.body
  }
  for (let number = 1; number <= count; number++) await things(make, `${word} ${number}`, `+790000000${project}${number}`)
  await make('variables', { name: word, value: word }, 'PUT')
  const page = `page-${word}`
  const branch = await make('booking/branches', { name: word })
  await make(`booking/branches/${branch.id}`, { page: { ...branch.page, on: true }, key: page }, 'PATCH')
  const service = await make(`booking/branches/${branch.id}/services`, { title: word, duration: 60 })
  const week = Array.from({ length: 7 }, () => [['09:00', '18:00']])
  const employee = await make(`booking/branches/${branch.id}/employees`, {
    name: word,
    services: [service.id],
    schedule: { week, breaks: [] },
  })
  const { revision } = (await who.call('GET', `${path}/draft`)).body
  await make('publish', { revision })
  const chat = (await who.call('GET', `${path}/channels`)).body.channels[0].key
  const visitor = { visitor: `visitor-of-${word}`.padEnd(20, '0'), id: 'first', text: word, name: word }
  await server.as('nobody').call('POST', `/chat/${chat}/messages?wait=1`, visitor)
  const client = (await who.call('GET', `${path}/clients`)).body.dialogues.find((each: { name: string }) => each.name === word).id
  const [message] = (await who.call('GET', `${path}/clients/${client}/messages`)).body.messages
  const leadForm = (await make('lead-settings/form')).formKey
  await server.as('nobody').call('POST', `/leads/form/${leadForm}`, { title: word, phone: '+79000000001' })
  return {
    page,
    chat,
    message: message.id,
    client,
    ids: { clientId: client, branch: branch.id, service: service.id, employee: employee.id, ...(await numbersOf(who, path)) },
    publicKey: (await make('public-keys', { name: word, permissions: everyPermission })).secret,
    leadKey: (await make('lead-settings/key')).key,
    leadForm,
  }
}

const numbered = { pipelineId: 'pipelines', list: 'lists', label: 'labels', broadcast: 'broadcasts', reply: 'quick-replies', lead: 'leads' }

/** The latest of each. */
async function numbersOf(who: Pick<TestServer, 'call'>, path: string): Promise<Record<string, number>> {
  const numbers: Record<string, number> = {}
  for (const [name, what] of Object.entries(numbered)) {
    const { body } = await who.call('GET', `${path}/${what}`)
    const all = Object.values(body).find(Array.isArray) ?? []
    numbers[name] = all.at(-1)?.id ?? 1
  }
  return numbers
}

const everyPermission = ['clients.read', 'clients.write', 'crm.read', 'crm.write', 'clients.delete']

// oxlint-disable-next-line typescript/no-explicit-any -- tests look into answers of every shape
async function things(make: (what: string, body?: object) => Promise<any>, name: string, phone: string): Promise<void> {
  const { id } = await make('pipelines', { name })
  await make(`pipelines/${id}/states`, { name })
  const order = await make('orders', { name, clientName: name, phone })
  await make(`clients/${order.client?.id ?? order.client}/comments`, { text: name })
  await make('tasks', { title: name, date: '2026-03-10' })
  await make('task-columns', { name })
  await make('lists', { name })
  await make('labels', { name })
  await make('broadcasts', { name, content: { kind: 'text', text: name } })
  await make('quick-replies', { title: name, text: name })
  await make('orders/views', { name, filter: {} })
  await make('keys', { name, scopes: { sections: {}, rights: [] } })
  await make('roles', { name, permissions: { sections: {}, rights: [] } })
  await make('invitations', { role: 'operator' })
  await make('lead-sources', { name })

  await make('webhooks', { url: 'https://example.com/hook' })
}
