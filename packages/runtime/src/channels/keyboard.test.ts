import type { ChatButton } from '@voronka/api'
import type { OutgoingButton } from '@voronka/flow/engine'
import { expect, it } from 'vitest'
import { openKeyboard, shownButtons, type KeyboardMessage } from './keyboard.ts'

const button = <Kind>(kind: Kind, text: string) => ({ kind, text, line: 0, indexInLine: 0 })
const bot = (...buttons: ChatButton[]): KeyboardMessage => ({ from: 'bot', buttons })
const client: KeyboardMessage = { from: 'client', buttons: [] }
const event: KeyboardMessage = { from: 'event', buttons: [] }
const yes = button('reply' as const, 'Yes')
const more = button('inline' as const, 'More')

const texts = (messages: readonly KeyboardMessage[], permanent = false) => openKeyboard(messages, { permanent }).map(({ text }) => text)

it('opens with the message that brings it and shows its reply buttons only', () => {
  expect(texts([bot(yes, more)])).toEqual(['Yes'])
})

it('closes after a press or typed text', () => {
  expect(texts([bot(yes), client])).toEqual([])
})

it('closes with the next bot message that has no buttons', () => {
  expect(texts([bot(yes), bot()])).toEqual([])
})

it('stays open over a message with inline buttons, which is how a dialogue gets both kinds', () => {
  expect(texts([bot(yes), bot(more)])).toEqual(['Yes'])
})

it('is taken away by a button code that asks for it', () => {
  expect(texts([bot(yes), { ...bot(), removeKeyboard: true }])).toEqual([])
})

it('stays open after an event that the client does not see', () => {
  expect(texts([bot(yes), event])).toEqual(['Yes'])
})

it('stays open after a press when it is permanent, until the next message without buttons', () => {
  expect(texts([bot(yes), client, client], true)).toEqual(['Yes'])
  expect(texts([bot(yes), client, bot()], true)).toEqual([])
})

it('is closed before anybody said anything', () => {
  expect(texts([])).toEqual([])
})

it('makes automatic buttons a keyboard, unless one of the message can only stand under it', () => {
  const kinds = (...buttons: OutgoingButton[]) => shownButtons(buttons).map(({ kind }) => kind)
  const auto = button('auto' as const, 'Go')
  expect(kinds(auto, auto)).toEqual(['reply', 'reply'])
  expect(kinds(auto, yes)).toEqual(['reply', 'reply'])
  expect(kinds(auto, more)).toEqual(['inline', 'inline'])
  expect(kinds(auto, { ...auto, callback: 'go' })).toEqual(['inline', 'inline'])
  expect(kinds({ ...auto, url: 'https://a.example' }, yes)).toEqual(['inline', 'reply'])
})
