import type { PublicPermission } from '@voronka/api'
import type { Project } from '@voronka/flow'
import type { InstallationOptions } from '../../src/installation.ts'
import { serve, type Answer, type TestServer } from '../http/serve.ts'

export const everyPermission: readonly PublicPermission[] = ['clients.read', 'clients.write', 'crm.read', 'crm.write', 'clients.delete']

export interface PublicServer extends TestServer {
  readonly project: number
  readonly key: string
  /** Where its web chat is. */
  readonly chat: string
  /** A visitor of the web chat who has said this; his number. */
  visitor(name: string, text?: string): Promise<number>
  /** `GET /api/<key>/<action>` with these parameters. */
  get(action: string, query?: Record<string, string>, key?: string): Promise<Answer>
  /** The same with a JSON body. */
  post(action: string, body?: unknown, key?: string): Promise<Answer>
  newKey(...permissions: readonly PublicPermission[]): Promise<string>
  /** What everybody said in his dialogue: `bot: Hello`. */
  dialogue(client: number): Promise<string[]>
}

/** A server with a published funnel and a key of the project API that may do everything. */
export async function publicServer(
  document: Project,
  options: Partial<InstallationOptions> & { now?: string } = {},
  settings: Parameters<typeof serve>[0] = {},
): Promise<PublicServer> {
  const server = await serve(settings, options)
  const { body } = await server.call('POST', '/api/projects', { file: document })
  const project: number = body.id
  const published = await server.call('POST', `/api/projects/${project}/publish`, { revision: body.revision })
  if (published.status !== 200) throw new Error(`The funnel was not published: ${JSON.stringify(published.body)}`)
  const channels = await server.call('GET', `/api/projects/${project}/channels`)
  const chat: string = channels.body.channels[0].path
  const newKey = async (...permissions: readonly PublicPermission[]): Promise<string> =>
    (await server.call('POST', `/api/projects/${project}/public-keys`, { name: 'Test', permissions })).body.secret
  const key = await newKey(...everyPermission)
  const nobody = server.as('nobody')
  let messages = 0
  return {
    ...server,
    project,
    key,
    chat,
    newKey,
    async visitor(name, text = 'hello') {
      const token = `visitor-${name}`.padEnd(16, '0')
      await nobody.call('POST', `${chat}/messages?wait=1`, { visitor: token, id: `m${++messages}`, text, name })
      const client = await server.installation.db.transaction(() =>
        server.installation.clients.findByOutsideId(chat.split('/').at(-1) ?? '', token),
      )
      return client?.id ?? 0
    },
    get: (action, query = {}, used = key) => nobody.call('GET', `/api/${used}/${action}?${new URLSearchParams(query)}`),
    post: (action, body, used = key) => nobody.call('POST', `/api/${used}/${action}`, body),
    async dialogue(client) {
      await server.installation.worker.settled()
      const all = await server.installation.db.transaction(() => server.installation.messages.latest(client, 1000))
      return all.map(({ author, text }) => `${author}: ${text}`)
    },
  }
}
