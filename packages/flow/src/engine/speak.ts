import type { Block } from '../model/flow.ts'
import { buildButtons, type Keyboard } from './buttons.ts'
import type { CompiledBlock } from './compile-flow.ts'
import type { OutgoingMessage } from './contract.ts'
import type { OpenTurn } from './open-turn.ts'
import { isNothing, render } from './render-text.ts'
import type { Step } from './steps.ts'

/** Files of one block (section 15). */
const mostAttachments = 10

/** Builds and sends the message of a block (sections 5 steps 6-7, 14, 15), or says in the trace why there is none. */
export function* speak(turn: OpenTurn, compiled: CompiledBlock): Step<void> {
  const { block } = compiled
  const { session, trace, tools } = turn
  const none = isNothing(block.text)
  if (none && block.attachments.length === 0) {
    trace.push({ type: 'said-nothing', block: block.number, why: block.text.trim() === '' ? 'empty' : 'none' })
    return
  }
  if (session.blocked || session.unsubscribed) {
    trace.push({ type: 'said-nothing', block: block.number, why: session.blocked ? 'blocked' : 'unsubscribed' })
    return
  }
  const keyboard: Keyboard = tools.buttonsSupported ? yield* buildButtons(turn, compiled) : noButtons
  const text = none ? '' : yield* render(turn, block.text)
  const attachments = yield* renderAttachments(turn, block)
  if (text.trim() === '' && attachments.length === 0) {
    trace.push({ type: 'said-nothing', block: block.number, why: 'empty' })
    return
  }
  const hint = tools.buttonsSupported || isNothing(block.buttonHint) ? '' : yield* render(turn, block.buttonHint)
  const { number, format, protect, silent, keepInHistory } = block
  say(turn, { block: number, text: joined(text, hint), format, ...keyboard, attachments, protect, silent, keepInHistory })
}

/** Says a text of the project that belongs to no block (section 9). */
export function* speakPlain(
  turn: OpenTurn,
  source: string,
  attachments: OutgoingMessage['attachments'] = [],
  buttons: OutgoingMessage['buttons'] = [],
): Step<void> {
  if (isNothing(source) && attachments.length === 0) return
  const text = yield* render(turn, source)
  if (text.trim() === '' && attachments.length === 0) return
  say(turn, { block: null, text, format: 'plain', buttons, attachments, protect: false, silent: false, keepInHistory: true })
}

const noButtons: Keyboard = { buttons: [] }

function say({ effects, trace }: OpenTurn, message: OutgoingMessage): void {
  effects.push({ type: 'say', message })
  trace.push({ type: 'said', block: message.block, text: message.text })
}

function* renderAttachments(turn: OpenTurn, { attachments, attachmentKind }: Block): Step<OutgoingMessage['attachments'][number][]> {
  const ready: OutgoingMessage['attachments'][number][] = []
  for (const { url, name } of attachments.slice(0, mostAttachments)) {
    const address = (yield* render(turn, url)).trim()
    if (address !== '') ready.push({ kind: attachmentKind, url: address, name: yield* render(turn, name) })
  }
  return ready
}

/** Messengers without buttons get the hint below the text, where the buttons would be (section 14). */
function joined(text: string, hint: string): string {
  return text === '' || hint.trim() === '' ? text || hint : `${text}\n${hint}`
}
