import { attachmentMessage, Subject } from '../matcher/index.ts'
import { collect } from './collect.ts'
import type { CompiledArrow } from './compile-flow.ts'
import type { Event, Tier } from './contract.ts'
import { resubscribe } from './conversation.ts'
import { examine, examined, type Found, type Heard } from './examine.ts'
import type { OpenTurn } from './open-turn.ts'
import { planMatched } from './plan.ts'
import { speakPlain } from './speak.ts'
import type { Step } from './steps.ts'
import { storeVariable } from './store-variable.ts'
import { enter, travel } from './travel.ts'
import { visitOrder } from './visit-order.ts'

/** Events that are matched against conditions. */
export type Incoming = Extract<Event, { kind: 'text' | 'button' | 'callback' | 'attachment' | 'unsubscribed' }>

/** Something comes in from the client or about him: it is noted, and unless the bot is silent, matched (sections 8, 9, 12). */
export function* hear(turn: OpenTurn, event: Incoming): Step<void> {
  const { session } = turn
  const isFirst = session.received === 0
  if (event.kind !== 'unsubscribed') carry(turn, event)
  if (event.kind === 'callback' && event.text === '') return
  const heard = arrive(turn, event)
  const silent = session.blocked ? 'blocked' : !turn.tools.project.enabled ? 'disabled' : isPaused(turn) ? 'paused' : undefined
  if (silent) {
    // Somebody has to answer him, and the bot will not.
    if (silent !== 'blocked' && !heard.system) session.waiting = true
    turn.trace.push({ type: 'ignored', why: silent })
    return
  }
  if (event.kind === 'callback' && event.order !== undefined) yield* visitOrder(turn, event.order)
  const found = (event.kind === 'text' ? yield* greet(turn, event.tag) : undefined) ?? (yield* examine(turn, heard))
  if (found) {
    if (!heard.system) session.waiting = false
    yield* follow(turn, found, event)
    return
  }
  turn.trace.push({ type: 'nothing-matched' })
  if (heard.callback) return
  session.waiting = true
  if (event.kind !== 'attachment') yield* speakPlain(turn, replyToUnknown(turn, isFirst))
}

export function isPaused({ session: { pausedUntil }, tools: { now } }: OpenTurn): boolean {
  return pausedUntil !== null && pausedUntil > now
}

/** Somebody who comes by a link with a tag is greeted by what waits for it; where nothing does, it is as if he came without. */
function* greet(turn: OpenTurn, tag: string | undefined): Step<Found | undefined> {
  if (tag === undefined) return undefined
  const { session, subject } = turn
  if (session.client.tag === '') session.client = { ...session.client, tag }
  const { question } = session
  session.question = turn.subject = tag
  const found = yield* examine(turn, { subject: new Subject(tag), callback: true, system: true })
  if (!found) [session.question, turn.subject] = [question, subject]
  return found
}

/** What a program brings with a callback, or a messenger tells of its person, is there before anything is matched. */
function carry({ session }: OpenTurn, event: Exclude<Incoming, { kind: 'unsubscribed' }>): void {
  const { variables } = event
  if (event.kind === 'callback' && event.resume) session.pausedUntil = null
  for (const scope of ['order', 'client'] as const) {
    for (const [name, value] of variables?.[scope] ?? []) storeVariable(session.variables[scope], name, value)
  }
}

/** Notes the facts of the event: they hold for the conditions already (12.2). */
function arrive(turn: OpenTurn, event: Incoming): Heard {
  const { session, tools } = turn
  const subject = subjectOf(event)
  const callback = event.kind === 'callback' || event.kind === 'unsubscribed'
  const system = event.kind === 'unsubscribed' || (event.kind === 'callback' && !event.pressed)
  turn.subject = subject.text
  session.question = subject.text
  if (event.kind === 'unsubscribed') {
    session.unsubscribed = true
    session.variables.client.set('notSubscribed', 1)
  }
  if (!system) {
    session.lastMessageAt = tools.now
    session.received++
    if (!callback) session.attachments = event.kind === 'attachment' ? event.urls : []
    if (session.unsubscribed && !session.blocked) resubscribe(turn)
  }
  return { subject, callback, system }
}

function subjectOf(event: Incoming): Subject {
  if (event.kind === 'unsubscribed') return new Subject('client_unsubscribed')
  if (event.kind !== 'attachment') return new Subject(event.text)
  return event.caption.trim() === '' ? new Subject(attachmentMessage) : new Subject(event.caption, { hasAttachment: true })
}

function* follow(turn: OpenTurn, { element, tier }: Found, event: Incoming): Step<void> {
  if (element.kind === 'arrow') return yield* followArrow(turn, element, tier, event)
  const { block } = element
  turn.trace.push(examined(element, tier, 'fired'))
  if (block.answerOnce) turn.session.answered = new Set(turn.session.answered).add(block.number)
  yield* enter(turn, element, 'own-condition')
}

/** A matching arrow with a delay is planned, and the client stays until it falls due (8.3). */
function* followArrow(turn: OpenTurn, element: CompiledArrow, tier: Tier, event: Incoming): Step<void> {
  const at = turn.trace.length
  const planned = element.timed ? yield* planMatched(turn, element) : 'at-once'
  turn.trace.splice(at, 0, examined(element, tier, planned === 'at-once' ? 'fired' : 'planned'))
  if (planned !== 'at-once') return
  if (element.arrow.collectsData) yield* collect(turn, element.arrow, event)
  yield* travel(turn, element, 'arrow')
}

/** Section 9: the reply to somebody's very first message, where there is one, else the text for what the bot does not know. */
function replyToUnknown({ tools: { project } }: OpenTurn, isFirst: boolean): string {
  return isFirst && project.firstMessage.trim() !== '' ? project.firstMessage : project.unknownAnswer
}
