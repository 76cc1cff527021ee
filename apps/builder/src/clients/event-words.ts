import type { useTranslation } from 'react-i18next'

type Translate = ReturnType<typeof useTranslation<'clients'>>['t']

/** What the system tells a dialogue (crm-and-tasks, sections 7 and 8; telephony, section 6), by how it begins. `shows`: what of its tail a person is told. */
const kinds: readonly {
  readonly begins: string
  readonly word: EventWord | ((tail: string) => EventWord)
  shows?(tail: string): string
}[] = [
  { begins: 'crm_state_changed ', word: 'moved', shows: (tail) => tail.replace(':', ': ') },
  { begins: 'crm_system_state_changed success', word: 'success' },
  { begins: 'crm_system_state_changed fail', word: 'fail' },
  { begins: 'crm_system_state_changed archive', word: 'archive' },
  { begins: 'change_responsible_order ', word: 'responsible', shows: (tail) => `#${tail}` },
  { begins: 'crm_lead_removed ', word: 'orderDeleted', shows: (tail) => `#${tail}` },
  { begins: 'list_added ', word: 'listAdded', shows: (tail) => tail },
  { begins: 'list_removed ', word: 'listRemoved', shows: (tail) => tail },
  { begins: 'label_added ', word: 'labelAdded', shows: (tail) => tail },
  { begins: 'label_removed ', word: 'labelRemoved', shows: (tail) => tail },
  { begins: 'new_task_added_callback ', word: 'taskAdded', shows: taskName },
  { begins: 'edit_task_callback ', word: 'taskEdited', shows: taskName },
  { begins: 'done_task_callback ', word: 'taskDone', shows: taskName },
  { begins: 'delete_task_callback ', word: 'taskDeleted', shows: taskName },
  { begins: 'new_lead_added ', word: 'lead' },
  { begins: 'zvonobot_call_finished: ', word: callEnd, shows: (tail) => `+${tail.split(' ')[1] ?? ''}` },
  { begins: 'zvonobot_digit_pressed: ', word: 'digit', shows: (tail) => tail.split(' ')[1] ?? '' },
  { begins: 'payment_success', word: 'paid' },
  { begins: 'payment_fail', word: 'notPaid' },
  { begins: 'client_unsubscribed', word: 'unsubscribed' },
]

type EventWord =
  | 'moved'
  | 'success'
  | 'fail'
  | 'archive'
  | 'responsible'
  | 'orderDeleted'
  | 'listAdded'
  | 'listRemoved'
  | 'labelAdded'
  | 'labelRemoved'
  | 'taskAdded'
  | 'taskEdited'
  | 'taskDone'
  | 'taskDeleted'
  | 'lead'
  | 'callAnswered'
  | 'callNotAnswered'
  | 'callCanceled'
  | 'digit'
  | 'paid'
  | 'notPaid'
  | 'unsubscribed'

/** An event of the system in words; undefined: a callback that only its author understands. `lists`: what lists are called by their numbers. */
export function eventWords(t: Translate, text: string, lists: ReadonlyMap<string, string> = new Map()): string | undefined {
  const kind = kinds.find(({ begins }) => text === begins || text.startsWith(begins))
  if (!kind) return undefined
  const tail = text.slice(kind.begins.length)
  const word = typeof kind.word === 'string' ? kind.word : kind.word(tail)
  const ofList = word === 'listAdded' || word === 'listRemoved'
  return t(`event.${word}`, { what: (ofList ? lists.get(tail) : undefined) ?? kind.shows?.(tail) })
}

function taskName(tail: string): string {
  return tail.replace(/^task_id:\d+, task_name:/, '')
}

/** Of `[55] 79001234567 answered 21`. */
function callEnd(tail: string): EventWord {
  const outcome = tail.split(' ')[2]
  return outcome === 'answered' ? 'callAnswered' : outcome === 'canceled' ? 'callCanceled' : 'callNotAnswered'
}
