import type { Event, OutgoingButton } from '@voronka/flow/engine'
import { webArrival, type ChatMessageBody } from '../channels/web.ts'
import type { DialogueStep } from './dialogue-step.ts'
import { UnplayableStep } from './unplayable-step.ts'

/** The buttons that a person was shown, by caption; of several with one caption the latest. */
export type Captions = Map<string, OutgoingButton>

type StepOfPerson = Exclude<DialogueStep, { advance: string } | { at: string } | { answers: unknown }>

/** What a person's step is to the bot; undefined: nothing, he opened a link. Texts are read as the web chat reads them. Throws `UnplayableStep`. */
export function stepEvent(step: StepOfPerson, captions: Captions): Event | undefined {
  // A system callback: nobody pressed anything.
  if ('callback' in step) return { kind: 'callback', text: step.callback, pressed: false }
  const body = bodyOf(step, captions)
  if (!body) return undefined
  const event = webArrival('', { visitor: '', id: '', ...body })?.event
  if (!event) throw new UnplayableStep('There is nothing in this text.', '.text')
  return event
}

function bodyOf(step: Exclude<StepOfPerson, { callback: string }>, captions: Captions): Partial<ChatMessageBody> | undefined {
  if ('button' in step) {
    const { callback, url } = captions.get(step.button) ?? {}
    if (callback !== undefined) return { callback }
    return url === undefined ? { button: step.button } : undefined
  }
  if ('attachment' in step) return { attachments: [step.attachment].flat(), ...(step.text !== undefined && { text: step.text }) }
  return { text: step.text }
}
