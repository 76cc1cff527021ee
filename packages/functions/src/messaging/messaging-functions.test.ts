import type { Value } from '@voronka/calculator'
import { describe, expect, it } from 'vitest'
import { call, testWorld } from '../../test/test-world.ts'
import type { ClientMessage } from '../index.ts'

describe('callback', () => {
  it('reaches another client', () => {
    const world = testWorld()
    expect(call('callback', ['2', 'order_ready'], world)).toBe(true)
    expect(world.memory.clients.get(2)?.callbacks).toEqual(['order_ready'])
  })

  it('never the client himself, nobody, and never without a text', () => {
    const world = testWorld()
    expect(call('callback', [1, 'order_ready'], world)).toBe(false)
    expect(call('callback', [77, 'order_ready'], world)).toBe(false)
    expect(call('callback', [2, ''], world)).toBe(false)
    expect(call('callback', [2], world)).toBe(false)
    expect(world.memory.clients.get(1)?.callbacks).toEqual([])
  })
})

describe('message', () => {
  const now = '2026-03-10T14:05:00+03:00'

  function sent(...args: Value[]): ClientMessage | undefined {
    const world = testWorld({ now })
    const answer = call('message', [2, ...args], world)
    const message = world.memory.clients.get(2)?.messages[0]
    expect(answer).toBe(message !== undefined)
    return message
  }

  it('sends a text at once', () => {
    expect(sent('Ready')).toEqual({ text: 'Ready' })
    expect(sent('Ready', '', '')).toEqual({ text: 'Ready' })
  })

  it('may go to the running client himself', () => {
    const world = testWorld()
    expect(call('message', [1, 'Ready'], world)).toBe(true)
    expect(world.memory.clients.get(1)?.messages).toEqual([{ text: 'Ready' }])
  })

  it.each(['', null, 'none'])('takes the text of a block when its own is %j', (text) => {
    expect(sent(text, '15')).toEqual({ text: '', block: 15 })
  })

  it('may be sent after some seconds', () => {
    expect(sent('Ready', null, 600)).toEqual({ text: 'Ready', at: Date.parse(now) + 600_000 })
    expect(sent('Ready', null, '0')).toEqual({ text: 'Ready' })
  })

  it('may be sent at a moment of the project zone, at once if that is over', () => {
    expect(sent('Ready', '', '2026-03-10 15:00:00')).toEqual({ text: 'Ready', at: Date.parse('2026-03-10T15:00:00+03:00') })
    expect(sent('Ready', '', '10.03.2026 15:00')).toEqual({ text: 'Ready', at: Date.parse('2026-03-10T15:00:00+03:00') })
    expect(sent('Ready', '', '2026-03-10 13:00:00')).toEqual({ text: 'Ready' })
  })

  it('is refused without anything to send, to nobody, or at no readable time', () => {
    expect(sent('')).toBeUndefined()
    expect(sent('', 'first')).toBeUndefined()
    expect(sent('Ready', '', 'soon')).toBeUndefined()
    expect(call('message', [77, 'Ready'])).toBe(false)
  })
})
