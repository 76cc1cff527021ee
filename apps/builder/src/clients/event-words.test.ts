import type { TFunction } from 'i18next'
import { expect, it } from 'vitest'
import { eventWords } from './event-words.ts'

/** Tells which words would be said, and of what. */
const t = ((key: string, { what = '' }: { what?: string }) => `${key} ${what}`.trim()) as TFunction<'clients'>

it.each([
  ['crm_state_changed Sales:New', 'event.moved Sales: New'],
  ['crm_system_state_changed fail', 'event.fail'],
  ['change_responsible_order 7: Ann', 'event.responsible #7: Ann'],
  ['label_added hot', 'event.labelAdded hot'],
  ['new_task_added_callback task_id:3, task_name:Call, and write', 'event.taskAdded Call, and write'],
  ['zvonobot_call_finished: [55] 79001234567 answered 21', 'event.callAnswered +79001234567'],
  ['zvonobot_call_finished: [55] 79001234567 no_answer 0', 'event.callNotAnswered +79001234567'],
  ['zvonobot_digit_pressed: [55] 1', 'event.digit 1'],
  ['payment_success', 'event.paid'],
])('says what the system told in words: %s', (text, words) => {
  expect(eventWords(t, text)).toBe(words)
})

it('calls a list by its name, as long as it has one', () => {
  const lists = new Map([['4', 'Regulars']])
  expect(eventWords(t, 'list_added 4', lists)).toBe('event.listAdded Regulars')
  expect(eventWords(t, 'list_removed 5', lists)).toBe('event.listRemoved 5')
})

it('leaves to a callback of a funnel what its author called it', () => {
  expect(eventWords(t, 'vote_yes')).toBeUndefined()
})
