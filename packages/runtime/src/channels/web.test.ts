import { expect, it } from 'vitest'
import { webArrival } from './web.ts'

const body = { visitor: 'token-of-anna', id: 'm1' }

it('names an event by visitor and id, so that equal ids of two visitors are two events', () => {
  const of = (visitor: string) => webArrival('shop', { ...body, visitor, text: 'hi' })?.outsideId
  expect([of('token-of-anna'), of('token-of-boris')]).toEqual(['token-of-anna:m1', 'token-of-boris:m1'])
})

it('no colon in a token makes an id of it that belongs to another visitor', () => {
  const of = (visitor: string, id: string) => webArrival('shop', { visitor, id, text: 'hi' })?.outsideId
  expect(of('anna:1', '2')).not.toBe(of('anna', '1:2'))
})

it.each([
  ['a text', { text: 'hello' }, { kind: 'text', text: 'hello' }],
  ['a pressed button', { button: 'Yes' }, { kind: 'button', text: 'Yes' }],
  ['a pressed callback button', { callback: 'vote_1', text: 'x' }, { kind: 'callback', text: 'vote_1', pressed: true }],
  ['files', { attachments: ['https://a.example/1'], text: 'look' }, { kind: 'attachment', urls: ['https://a.example/1'], caption: 'look' }],
])('takes %s', (_name, sent, event) => {
  expect(webArrival('shop', { ...body, ...sent })?.event).toEqual(event)
})

it.each([{}, { text: '' }, { text: ' \n ' }, { attachments: [] }])('is nothing when nothing was said: %j', (sent) => {
  expect(webArrival('shop', { ...body, ...sent })).toBeUndefined()
})

it('cuts a text of more than 16,000 characters and marks it, without halving a character', () => {
  const text = (sent: string) => {
    const event = webArrival('shop', { ...body, text: sent })?.event
    return event?.kind === 'text' ? event.text : undefined
  }
  expect(text('a'.repeat(16_000))).toHaveLength(16_000)
  expect(text('a'.repeat(20_000))).toBe(`${'a'.repeat(15_999)}…`)
  expect(text(`${'a'.repeat(15_998)}😀😀`)).toBe(`${'a'.repeat(15_998)}…`)
  expect(text('a\uD800b\0c')).toBe('a\uFFFDbc')
})

it('cuts a name and a tag at 255 characters', () => {
  const { from } = webArrival('shop', { ...body, text: 'x', name: 'n'.repeat(300), tag: 't'.repeat(300) }) ?? {}
  expect([from?.name, from?.tag]).toEqual([`${'n'.repeat(254)}…`, `${'t'.repeat(254)}…`])
})

it('keeps line feeds out of names', () => {
  expect(webArrival('shop', { ...body, text: 'x', name: ' Anna\n\tOperator ' })?.from.name).toBe('Anna Operator')
})
