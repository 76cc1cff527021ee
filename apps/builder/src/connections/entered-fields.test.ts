import type { ConnectionKind } from '@voronka/api'
import { expect, it } from 'vitest'
import { begun, sent } from './entered-fields.ts'

const kind: ConnectionKind = {
  kind: 'exchange',
  family: 'telephony',
  single: true,
  fields: [
    { name: 'key', type: 'secret', required: true, longest: 20 },
    { name: 'base', type: 'address', required: true, standard: 'https://calls.example/' },
    { name: 'delay', type: 'number', required: true, standard: 3, least: 0, most: 60 },
    { name: 'duty', type: 'switch', required: true, standard: false },
  ],
}

it('a form begins with what is stored, without secrets, and lets standard addresses show through', () => {
  expect(begun(kind)).toEqual({ key: '', base: '', delay: '3', duty: false })
  const settings = { base: 'https://calls.example/', delay: 10, duty: true }
  expect(begun(kind, { settings })).toEqual({ key: '', base: '', delay: '10', duty: true })
  expect(begun(kind, { settings: { ...settings, base: 'https://own.example' } }).base).toBe('https://own.example')
})

it.each([
  [
    { key: '', base: '', delay: '', duty: true },
    { base: '', delay: 3, duty: true },
  ],
  [
    { key: 'k', base: 'x', delay: ' 2,5 ', duty: false },
    { key: 'k', base: 'x', delay: 2.5, duty: false },
  ],
  [{ delay: 'soon' }, { delay: 'soon' }],
])('%j is sent as %j', (entered, values) => {
  expect(sent(kind, entered)).toEqual(values)
})
