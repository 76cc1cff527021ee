import { audienceSchema, type Audience, type BroadcastContent } from '@voronka/api'
import { actorOf } from '../actor-of.ts'
import { definePublicAction, success, type PublicCall } from '../action.ts'
import { readContent, type Content } from '../content.ts'
import { mustRun } from '../happen.ts'
import { plannedMoment } from '../planned-moment.ts'
import { findByPlatform } from '../platform.ts'
import { fail, malformed } from '../refused.ts'

const mostClients = 100_000
const usualShift = 0.2
/** Messages a second, at most and at least. */
const [fastest, slowest] = [1000, 0.1]

export const broadcast = definePublicAction({
  name: 'broadcast',
  needs: 'clients.write',
  webhook: {},
  async run(call) {
    const { installation, project, params, key } = call
    const audience = await audienceOf(call)
    const content = readContent(params)
    await mustRun(call, false, content.block)
    const shift = params.number('shift') ?? usualShift
    if (shift < 0) throw malformed('shift')
    const pace = shift === 0 ? fastest : Math.min(fastest, Math.max(slowest, 1 / shift))
    const at = await plannedMoment(call)
    const { broadcastsWork } = installation
    const { count } = await broadcastsWork.preview(project, audience)
    const draft = { name: `API: ${key.name}`, content: contentOf(content), audience, pace }
    const { number } = await broadcastsWork.create(project, actorOf(call), draft)
    await broadcastsWork.start(project, number, actorOf(call), at === undefined ? null : new Date(at).toISOString())
    return { ...success, broadcast_id: number, count }
  },
})

/** A block, or a text with what belongs to it. */
function contentOf({ text, attachments, buttons, block }: Content): BroadcastContent {
  if (block !== undefined) return { kind: 'block', block }
  return { kind: 'text', text, attachments: [...attachments], buttons: [...buttons] }
}

/** The first that is given of a list, clients, and people of a messenger (http-api, section 3). */
async function audienceOf({ params, installation, project }: PublicCall): Promise<Audience> {
  const list = params.id('list')
  if (list !== undefined) {
    if (!(await installation.db.transaction(() => installation.lists.find(project, list)))) throw fail(404, `list ${list} not found`)
    return audienceSchema.parse({ lists: [list] })
  }
  const clients = params.ids('clients')?.filter((id) => id > 0)
  if (clients?.length) return audienceSchema.parse({ clients: limited('clients', clients) })
  const ids = params.texts('platform_ids')
  if (!ids?.length) throw fail(400, 'recipients are not specified')
  const group = params.text('group_id')
  const people = await installation.db.transaction(() =>
    findByPlatform(installation, project, { ids: limited('platform_ids', ids), group }),
  )
  return audienceSchema.parse({ clients: people.map(({ id }) => id) })
}

function limited<T>(name: string, list: readonly T[]): readonly T[] {
  if (list.length > mostClients) throw fail(400, `Parameter "${name}" is longer than ${mostClients}`)
  return list
}
