import { toText } from '@voronka/calculator'
import { settle, type Step } from '@voronka/flow/engine'
import { sql } from 'kysely'
import type { ClientRow } from '../../clients/clients.store.ts'
import { definePublicAction, success, type PublicCall } from '../action.ts'
import { fail } from '../refused.ts'
import { sessionOf } from '../session-of.ts'

const mostClients = 500

type Row = ClientRow & { readonly updated_at: number; readonly responsible: number | null }

export const getClients = definePublicAction({
  name: 'get_clients',
  needs: 'clients.read',
  run(call) {
    const { params, installation, project } = call
    const { db, lists } = installation
    const limit = Math.min(params.id('limit') ?? mostClients, mostClients)
    const offset = params.id('offset') ?? 0
    const list = params.id('list')
    const oldestFirst = list === undefined && params.flag('reverse')
    return db.transaction(function* () {
      if (list !== undefined && !(yield* lists.find(project, list))) throw fail(404, `list ${list} not found`)
      let query = db.build
        .selectFrom('dialogues')
        .innerJoin('clients', 'clients.id', 'dialogues.client_id')
        .select([
          'clients.id',
          'clients.project_id',
          'clients.channel',
          'clients.outside_id',
          'clients.name',
          'clients.session',
          'clients.clock_offset',
          'clients.created_at',
          'clients.calling',
          'clients.updated_at',
          'dialogues.responsible',
        ])
        .where('dialogues.project_id', '=', project)
        .where('dialogues.test', '=', 0)
      if (list !== undefined) {
        const members = sql<number>`(select client_id from list_members where project_id = ${project} and list = ${list})`
        query = query.where('dialogues.client_id', 'in', members)
      }
      const page = query
        .orderBy('dialogues.client_id', oldestFirst ? 'asc' : 'desc')
        .limit(limit)
        .offset(offset)
      const clients: object[] = []
      for (const row of yield* settle(db.all<Row>(page))) clients.push(yield* shown(call, row))
      return { ...success, clients }
    })
  },
})

function* shown({ installation, project }: PublicCall, row: Row): Step<object> {
  const { client, position, variables, pausedUntil } = yield* sessionOf(installation, row)
  const answer = variables.order.get('custom_answer')
  return {
    id: row.id,
    platform_id: client.platformId,
    client_type: client.clientType,
    name: row.name,
    avatar: client.avatar || null,
    message_id: position,
    project_id: project,
    created_at: Math.floor(row.created_at / 1000),
    updated_at: Math.floor(row.updated_at / 1000),
    custom_answer: answer === undefined ? null : toText(answer),
    tag: client.tag || null,
    group: client.group,
    // Somebody has taken the dialogue over and the bot is silent.
    operator_start_dialog: row.responsible !== null && pausedUntil !== null && pausedUntil > installation.clock.now(),
  }
}
