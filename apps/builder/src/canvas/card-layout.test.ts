import { blankBlock, blockSchema } from '@voronka/flow'
import { describe, expect, it } from 'vitest'
import { buttonKnob, buttonOfKnob, cardLayout, cardWidth, outKnob, rows } from './card-layout.ts'

const button = (id: number) => blockSchema.shape.buttons.unwrap().element.parse({ id, text: `Button ${id}` })

describe('the layout of a card', () => {
  it('has a knob at the bottom and one at each button, beside its row', () => {
    const { knobs, height } = cardLayout(blankBlock(1, { text: 'Hello', buttons: [button(1), button(2)] }))
    expect(knobs.map(({ id }) => id)).toEqual([outKnob, buttonKnob(1), buttonKnob(2)])
    expect(knobs[0]).toMatchObject({ x: cardWidth / 2, y: height })
    expect(knobs[1]?.x).toBe(cardWidth)
    expect((knobs[2]?.y ?? 0) - (knobs[1]?.y ?? 0)).toBe(rows.button)
    expect(knobs.every(({ y }) => y <= height)).toBe(true)
  })

  it('draws no buttons where the code of the buttons is used, or where they are switched off', () => {
    const buttons = [button(1)]
    expect(cardLayout(blankBlock(1, { buttons, buttonCode: '[]' })).buttons).toEqual([])
    expect(cardLayout(blankBlock(1, { buttons, showButtons: false })).buttons).toEqual([])
  })

  it('counts the buttons that it has no room for', () => {
    const { buttons, moreButtons } = cardLayout(blankBlock(1, { buttons: Array.from({ length: 20 }, (_, index) => button(index + 1)) }))
    expect(buttons.length + moreButtons).toBe(20)
    expect(moreButtons).toBeGreaterThan(0)
  })

  it('grows with the message up to four lines', () => {
    const heightOf = (text: string) => cardLayout(blankBlock(1, { text })).height
    expect(heightOf('one')).toBeLessThan(heightOf('one\ntwo'))
    expect(heightOf('a\nb\nc\nd')).toBe(heightOf('a\nb\nc\nd\ne\nf'))
    expect(heightOf('#{none}')).toBe(heightOf(''))
  })

  it('shows the first lines of the calculator and how many more there are', () => {
    expect(cardLayout(blankBlock(1, { calculator: 'a = 1\n\nb = 2\nc = 3\nd = 4' })).script).toEqual(['a = 1', 'b = 2', '… +2'])
  })

  it('gives a comment no knobs: arrows neither leave nor reach it', () => {
    expect(cardLayout(blankBlock(1, { type: 'comment', text: 'note' })).knobs).toEqual([])
  })

  it('knows the button of a knob', () => {
    expect(buttonOfKnob(buttonKnob(7))).toBe(7)
    expect(buttonOfKnob(outKnob)).toBeUndefined()
  })
})
