/** Builder-and-runtime, sections 14 and 15: buttons, text and attachments. */
import { describe, expect, it } from 'vitest'
import type { OutgoingMessage } from '../../src/engine/index.ts'
import { flowOf, Talk } from './flow-builder.ts'

type Fields = Parameters<typeof flowOf>[0][number]
type Arrows = Parameters<typeof flowOf>[1]

function said(
  fields: Fields,
  { arrows = [], buttonsSupported = true }: { arrows?: Arrows; buttonsSupported?: boolean } = {},
): OutgoingMessage {
  const talk = new Talk(flowOf({ 1: { text: 'Выберите', ...fields }, 2: {} }, arrows), { buttonsSupported })
  talk.send(1)
  return talk.effects('say')[0]?.message ?? expect.fail('nothing was said')
}

describe('buttons', () => {
  it('of the list, with variables, in their places', () => {
    const { buttons } = said({
      calculator: 'n = 2\nu = "https://a.b"',
      buttonKind: 'inline',
      buttons: [
        { id: 1, text: 'Вниз', line: 1 },
        { id: 2, text: 'Товар #{n}', action: 'callback', callback: 'buy_#{n}', line: 0, indexInLine: 1, color: 'red' },
        { id: 3, text: 'Сайт', action: 'url', url: '#{u}', callback: 'left from before' },
        { id: 4, text: '#{nothing}' },
      ],
    })
    expect(buttons).toEqual([
      { kind: 'inline', text: 'Сайт', line: 0, indexInLine: 0, url: 'https://a.b' },
      { kind: 'inline', text: 'Товар 2', line: 0, indexInLine: 1, callback: 'buy_2', color: 'red' },
      { kind: 'inline', text: 'Вниз', line: 1, indexInLine: 0 },
    ])
  })

  it('automatic ones are left to the messenger unless they need to be inline', () => {
    const { buttons } = said({
      buttons: [
        { id: 1, text: 'A' },
        { id: 2, text: 'B', action: 'callback', callback: 'b' },
        { id: 3, text: 'C', action: 'url', url: 'https://a.b' },
        { id: 4, text: 'D', action: 'callback', callback: 'D' },
      ],
    })
    expect(buttons.map(({ kind, callback }) => [kind, callback])).toEqual([
      ['auto', undefined],
      ['inline', 'b'],
      ['inline', undefined],
      ['auto', undefined],
    ])
  })

  it('a keyboard has no callbacks', () => {
    expect(said({ buttonKind: 'reply', buttons: [{ id: 1, text: 'A', action: 'callback', callback: 'a' }] }).buttons).toEqual([
      { kind: 'reply', text: 'A', line: 0, indexInLine: 0 },
    ])
  })

  it('arrows are shown as keyboard buttons by the first text that they hear', () => {
    const arrows: Arrows = [
      [1, 2, { condition: 'да;yes', showAsButton: true, buttonLine: 1, buttonIndex: 1, buttonColor: 'green' }],
      [1, 2, { condition: '#{label}', showAsButton: true, buttonLine: 1 }],
      [1, 2, { condition: 'hidden' }],
      [1, 2, { showAsButton: true }],
    ]
    const expected = [
      { kind: 'reply', text: 'Нет', line: 1, indexInLine: 0 },
      { kind: 'reply', text: 'да', line: 1, indexInLine: 1, color: 'green' },
    ]
    expect(said({ calculator: 'label = "Нет"' }, { arrows }).buttons).toEqual(expected)
    expect(said({ calculator: 'label = "Нет"', buttonKind: 'inline', buttons: [{ id: 1, text: 'A' }] }, { arrows }).buttons).toEqual([
      { kind: 'inline', text: 'A', line: 0, indexInLine: 0 },
      ...expected,
    ])
    expect(said({ calculator: 'label = "Нет"', showArrowButtons: false }, { arrows }).buttons).toEqual([])
    expect(said({ calculator: 'label = "Нет"', showButtons: false, buttons: [{ id: 1, text: 'A' }] }, { arrows }).buttons).toEqual(expected)
  })

  it('of the code, which goes before the list', () => {
    const { buttons } = said({
      calculator:
        'buttons = [{"type": "inline", "text": "Каталог", "line": "1", "index_in_line": 2, "callback": "cat"}, {"text": "Помощь", "url": "https://a.b"}]',
      buttonCode: ' #{buttons} ',
      buttons: [{ id: 1, text: 'A' }],
    })
    expect(buttons).toEqual([
      { kind: 'inline', text: 'Помощь', line: 0, indexInLine: 0, url: 'https://a.b' },
      { kind: 'inline', text: 'Каталог', line: 1, indexInLine: 2, callback: 'cat' },
    ])
  })

  it('the code may take a stuck keyboard away', () => {
    const message = said({ buttonCode: '[{"buttons":[],"one_time":true,"index_in_line":0,"line":0}]' })
    expect(message).toMatchObject({ buttons: [], removeKeyboard: true })
  })

  it.each(['[{"text": "A"', '{"text": "A"}', '["A"]', 'A'])('none, and a line in the log, for the code %j', (buttonCode) => {
    const talk = new Talk(flowOf({ 1: { text: 'x', buttonCode } }))
    talk.send(1)
    expect(talk.effects('say')[0]?.message.buttons).toEqual([])
    expect(talk.effects('log')).toMatchObject([{ code: 'bad-button-code', block: 1 }])
  })

  it('none for a variable that is not set, which is no mistake', () => {
    const talk = new Talk(flowOf({ 1: { text: 'x', buttonCode: '#{buttons}' } }))
    talk.send(1)
    expect(talk.effects('log')).toEqual([])
  })

  it('messengers without buttons get the hint instead', () => {
    const fields: Fields = { buttons: [{ id: 1, text: 'A' }], buttonHint: '1 - #{name}' }
    expect(said(fields, { buttonsSupported: false })).toMatchObject({ text: 'Выберите\n1 - Anna', buttons: [] })
    expect(said(fields).text).toBe('Выберите')
  })

  it('a press acts as if he typed the caption', () => {
    const talk = new Talk(flowOf({ 1: {}, 2: { text: 'ok' } }, [[1, 2, { condition: 'Да', matchType: 'exact', showAsButton: true }]]))
    talk.send(1)
    expect(talk.press('Да')).toEqual(['ok'])
  })
})

describe('text and attachments', () => {
  it('arithmetic and nested names are filled in, what is inserted is not scanned again', () => {
    expect(said({ calculator: 'test1 = 2\ni = 1\nq2 = "#" + "{i}"', text: '#{2 + 2} #{q#{test#{i}}}' }).text).toBe('4 #{i}')
  })

  it('go out with the settings of the block', () => {
    const fields: Fields = { format: 'markdown', protect: true, silent: true, keepInHistory: false }
    expect(said(fields)).toEqual({ block: 1, text: 'Выберите', buttons: [], attachments: [], ...fields })
  })

  it('addresses hold variables; without one an attachment is left out; ten at most', () => {
    const attachments = [
      { url: 'https://a.b/#{client_id}.pdf', name: 'Счёт #{client_id}' },
      { url: '#{nothing}' },
      ...Array.from({ length: 10 }, () => ({ url: 'u' })),
    ]
    const message = said({ attachmentKind: 'file', attachments })
    expect(message.attachments[0]).toEqual({ kind: 'file', url: 'https://a.b/7.pdf', name: 'Счёт 7' })
    expect(message.attachments).toHaveLength(9)
  })

  it('an attachment is sent without a text', () => {
    expect(said({ text: '#{none}', attachments: [{ url: 'u' }] })).toMatchObject({ text: '', attachments: [{ url: 'u' }] })
  })
})
