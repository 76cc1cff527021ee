import type { OperatorAct } from './contract.ts'
import { conversationOf } from './conversation.ts'
import type { OpenTurn } from './open-turn.ts'
import { render } from './render-text.ts'
import type { Step } from './steps.ts'

/** A person acts in the dialogue (crm-and-tasks, section 11.2). Blocking stops the bot, not him: "operators may still write". */
export function* operate(turn: OpenTurn, does: OperatorAct): Step<void> {
  const { session, trace } = turn
  trace.push({ type: 'operator', act: does.act })
  switch (does.act) {
    case 'say':
      return yield* sayFor(turn, does)
    case 'pause':
      session.pausedUntil = does.until
      return
    case 'block':
      return conversationOf(turn).block()
    case 'unblock':
      return conversationOf(turn).unblock()
    case 'rename':
      return conversationOf(turn).rename(does.name)
    case 'set-variable':
      conversationOf(turn).setVariable(does.name, does.value)
      return
    default:
      return does satisfies never
  }
}

/** Whoever was waiting for an answer has one. */
function* sayFor(turn: OpenTurn, { text, attachments, buttons, by, again, answers }: Extract<OperatorAct, { act: 'say' }>): Step<void> {
  const said = again ? text : yield* render(turn, text)
  if (said.trim() === '' && attachments.length === 0) return
  turn.session.waiting = false
  const message = {
    block: null,
    text: said,
    format: 'plain',
    buttons,
    attachments,
    protect: false,
    silent: false,
    ...again,
    keepInHistory: true,
    by,
    ...(answers && { answers }),
  } as const
  turn.effects.push({ type: 'say', message })
  turn.trace.push({ type: 'said', block: null, text: said })
}
