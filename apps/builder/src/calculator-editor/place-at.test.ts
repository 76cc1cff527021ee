import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { placeAt, type EditorMode } from './place-at.ts'

/** The place of `|` in a text. */
const place = (text: string, mode: EditorMode = 'script') => placeAt(text.replace('|', ''), text.indexOf('|'), mode)
const call = (text: string, mode: EditorMode = 'script') => {
  const { call: open } = place(text, mode)
  return open && `${open.name}/${open.argument}`
}

describe('the open call', () => {
  it.each([
    ['x = round(|', 'round/0'],
    ['x = round(1.5, |', 'round/1'],
    ['x = round(1.5, 2)|', undefined],
    ['x = if(a > 1, round(b, |', 'round/1'],
    ['x = if(a > 1, round(b, 2), |', 'if/2'],
    ['x = append([1, 2, |', 'append/0'],
    ['x = append([1, 2], |', 'append/1'],
    ['x = append((1, |', 'append/0'],
    ['x = concat("a, b(", |', 'concat/1'],
    ['x = concat("it\\", ", |', 'concat/1'],
    ['x = random (0, |', 'random/1'],
    ['x = concat("#{round(y, |', 'round/1'],
    ['x = concat("|', undefined],
    ['x = round(1\ny = |', undefined],
    ['x = concat(1,\n  |', 'concat/1'],
    ['x = функция(|', 'функция/0'],
  ])('%j', (text, open) => expect(call(text)).toBe(open))

  it('is looked for only inside the braces of a message', () => {
    expect(call('round(1, |', 'template')).toBeUndefined()
    expect(call('Итого #{round(total, |', 'template')).toBe('round/1')
    expect(call('Итого #{total}. Спасибо (|', 'template')).toBeUndefined()
  })
})

describe('code', () => {
  it.each([
    ['x = |', true],
    ['x = "|', false],
    ['x = "a" + |', true],
    ['x = "#{|', true],
    ['x = "#{a}|', false],
    ['/* |', false],
    ['/* a */ |', true],
  ])('%j', (text, code) => expect(place(text).code).toBe(code))

  it('is in a message only what stands in braces', () => {
    expect(place('Hello |', 'template').code).toBe(false)
    expect(place('Hello #{na|', 'template').code).toBe(true)
    expect(place('Hello #{name}|', 'template').code).toBe(false)
  })
})

it('makes something of any text at any place', () => {
  const pieces = fc.array(fc.constantFrom('#{', '}', '(', ')', '"', "'", '\\', '/*', '*/', ',', '\n', 'x = ', 'round', '[', ']', '{', ' '))
  fc.assert(
    fc.property(pieces, fc.constantFrom<EditorMode>('script', 'expression', 'template'), (parts, mode) => {
      const text = parts.join('')
      for (let at = 0; at <= text.length; at++) placeAt(text, at, mode)
    }),
  )
})
