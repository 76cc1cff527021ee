import { formatDate, formatTime, localMoment, addDays, type Value } from '@voronka/calculator'
import type { ProjectFacts, Session, Tools } from './contract.ts'
import type { OpenTurn } from './open-turn.ts'

/** The part of a turn that built-in variables tell of. */
interface Told extends Pick<OpenTurn, 'event' | 'unnumbered'> {
  readonly session: Pick<OpenTurn['session'], 'client' | 'position' | 'order' | 'question' | 'attachments'> & {
    readonly variables: { readonly order: Pick<Session['variables']['order'], 'get' | 'size'> }
  }
  readonly tools: Pick<Tools, 'now' | 'zone' | 'nextOrder' | 'mainClient'> & { readonly project: Pick<ProjectFacts, 'id' | 'apiKey'> }
}

/** Value of a reserved or soft built-in variable (calculator-language, section 4.2); undefined when it has none now. */
export function builtinValue(name: string, turn: Told): Value | undefined {
  return clockBuiltin(name, turn.tools.now, turn.tools.zone) ?? readers.get(name)?.(turn)
}

/** The same of a session between two turns. */
export function builtinOf(name: string, session: Session, tools: Told['tools']): Value | undefined {
  return builtinValue(name, { session, tools, event: { kind: 'text', text: session.question }, unnumbered: 0 })
}

/** The built-ins that tell the time, in the project's time zone; undefined for every other name. */
export function clockBuiltin(name: string, now: number, zone: string): Value | undefined {
  switch (name) {
    case 'current_date':
      return formatDate(localMoment(now, zone))
    case 'next_day': {
      const tomorrow = addDays(localMoment(now, zone), 1)
      return tomorrow && formatDate(tomorrow)
    }
    case 'current_time':
      return clockTime(now, zone)
    case 'weekday':
      return localMoment(now, zone).weekday
    case 'timestamp':
      return now / 1000
    default:
      return undefined
  }
}

const readers = new Map<string, (turn: Told) => Value | undefined>([
  ['api_key', ({ tools }) => tools.project.apiKey || undefined],
  ['attachment_url', ({ session }) => session.attachments[0]],
  ['attachments', ({ session }) => (session.attachments.length > 0 ? session.attachments : undefined)],
  ['avatar', ({ session }) => session.client.avatar || undefined],
  ['client_id', ({ session }) => session.client.id],
  ['client_type', ({ session }) => session.client.clientType],
  ['custom_answer', ({ session }) => session.variables.order.get('custom_answer')],
  ['date_of_creation', ({ session, tools }) => formatDate(localMoment(session.client.createdAt, tools.zone))],
  ['full_name', ({ session }) => session.client.fullName || undefined],
  ['group', ({ session }) => session.client.group || undefined],
  ['main_client_id', ({ session, tools }) => tools.mainClient ?? session.client.id],
  ['message_from_outside', ({ event }) => messageOrigin(event)],
  ['message_id', ({ session }) => session.position ?? 'NONE'],
  ['messenger', ({ session }) => session.client.messenger || undefined],
  ['name', ({ session }) => session.client.name || undefined],
  ['order_id', (turn) => orderId(turn)],
  ['platform_id', ({ session }) => session.client.platformId || undefined],
  ['project_id', ({ tools }) => tools.project.id],
  ['question', ({ session }) => session.question || undefined],
  ['tag', ({ session }) => session.client.tag || 'NONE'],
  ['time_of_creation', ({ session, tools }) => clockTime(session.client.createdAt, tools.zone)],
])

/** An order opens silently with its first variable (crm-and-tasks, section 5.2), and has its id at once. */
function orderId({ session, tools, unnumbered }: Told): string | undefined {
  const opening = session.variables.order.size > 0 && tools.nextOrder !== undefined ? tools.nextOrder + unnumbered : undefined
  const number = session.order ?? opening
  return number === undefined ? undefined : `${session.client.id}-${number}`
}

/** `message_from_outside`: 0 ordinary, 3 callback, others as the event says. */
function messageOrigin(event: OpenTurn['event']): number {
  if (event.kind === 'text') return event.origin ?? 0
  return event.kind === 'callback' || event.kind === 'unsubscribed' ? 3 : 0
}

function clockTime(ms: number, zone: string): string {
  return formatTime({ ...localMoment(ms, zone), hasSeconds: false })
}
