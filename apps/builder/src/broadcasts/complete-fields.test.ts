import { expect, it } from 'vitest'
import { everybody } from '../audience/everybody.ts'
import { completeFields, contentOf, isPace, writtenFrom } from './complete-fields.ts'

const empty = writtenFrom(undefined, everybody)

it('is no draft while there is no message', () => {
  expect(completeFields(empty)).toBeUndefined()
  expect(completeFields({ ...empty, text: '  \n' })).toBeUndefined()
  expect(completeFields({ ...empty, kind: 'block', text: 'Hello' })).toBeUndefined()
})

it('sends what is chosen and keeps the other as it was written', () => {
  const written = { ...empty, text: ' Hello ', block: 5 }
  expect(contentOf(written)).toEqual({ kind: 'text', text: 'Hello', attachments: [] })
  expect(contentOf({ ...written, kind: 'block' })).toEqual({ kind: 'block', block: 5 })
})

it('leaves out conditions without a name', () => {
  const variables = [
    { scope: 'any', name: ' ', is: 'filled', value: '' } as const,
    { scope: 'any', name: 'city', is: 'equal', value: 'Kazan' } as const,
  ]
  const fields = completeFields({ ...empty, text: 'Hello', audience: { ...everybody, variables } })
  expect(fields?.audience.variables.map(({ name }) => name)).toEqual(['city'])
})

it.each([
  ['30', true],
  ['0.5', true],
  ['0,5', true],
  ['1000', true],
  ['0', false],
  ['1001', false],
  ['', false],
  ['fast', false],
])('pace %s: %s', (pace, good) => expect(isPace(pace)).toBe(good))

it('comes back from the server as it was written', () => {
  const fields = { name: 'Spring', content: { kind: 'block', block: 7 } as const, audience: everybody, pace: 0.5 }
  expect(completeFields(writtenFrom(fields, everybody))).toEqual(fields)
})
