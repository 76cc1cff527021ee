import { chatLookSchema, type ChatLook } from '@voronka/api'
import { settle, type Step } from '@voronka/flow/engine'
import { createKept } from '../db/kept.ts'
import { failure } from '../errors.ts'
import type { Actor } from '../http/actor.ts'
import type { WorkContext } from '../worker/context.ts'

export interface ChatLooks {
  /** For visitors of a channel that is there: kept in memory, since it is asked for with every page that has the chat on it. */
  find(channel: string): Step<ChatLook>
  get(project: number, channel: string): Promise<ChatLook>
  set(actor: Actor, project: number, channel: string, look: ChatLook): Promise<ChatLook>
}

const mostKept = 10_000

/** How web chats look. */
export function createChatLooks({ db, notices, audit }: Pick<WorkContext, 'db' | 'notices' | 'audit'>): ChatLooks {
  const kept = createKept<string, ChatLook>(mostKept, () => notices.hears)
  notices.hear((notice) => {
    if (notice.type === 'channel') kept.forget(notice.key)
    if (notice.type === 'missed') kept.forgetAll()
  })
  const stored = db.prepare((build, params: { channel: string }) =>
    build.selectFrom('chat_looks').select('document').where('channel', '=', params.channel),
  )

  function* read(channel: string): Step<ChatLook> {
    const row = yield* settle(stored.first({ channel }))
    return chatLookSchema.parse(row ? JSON.parse(row.document) : {})
  }

  function* ofProject(project: number, key: string): Step<{ readonly name: string; readonly look: ChatLook }> {
    const query = db.build
      .selectFrom('channels')
      .select(['name'])
      .where('key', '=', key)
      .where('project_id', '=', project)
      .where('kind', '=', 'web')
      .where('contact', 'is', null)
    const channel = yield* settle(db.first<{ name: string }>(query))
    if (!channel) throw failure('channel-not-found')
    return { name: channel.name, look: yield* read(key) }
  }

  return {
    find: (channel) => kept.get(channel, () => read(channel)),
    get: (project, channel) =>
      db.transaction(function* () {
        return (yield* ofProject(project, channel)).look
      }),
    async set(actor, project, channel, look) {
      await db.transaction(function* () {
        const { name, look: before } = yield* ofProject(project, channel)
        const document = JSON.stringify(look)
        yield* settle(
          db.run(
            db.build
              .insertInto('chat_looks')
              .values({ channel, project_id: project, document })
              .onConflict((conflict) => conflict.column('channel').doUpdateSet({ document })),
          ),
        )
        yield* audit(actor, { action: 'channel.look-changed', project, subject: name, before, after: look })
      })
      kept.forget(channel)
      notices.tell({ type: 'channel', key: channel })
      return look
    },
  }
}
