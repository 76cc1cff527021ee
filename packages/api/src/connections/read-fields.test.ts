import { describe, expect, it } from 'vitest'
import type { ConnectionKind } from './connection-kind.ts'
import { readFields } from './read-fields.ts'

const kind: ConnectionKind = {
  kind: 'exchange',
  family: 'telephony',
  single: true,
  fields: [
    { name: 'key', type: 'secret', required: true, longest: 20 },
    { name: 'base', type: 'address', required: true, standard: 'https://calls.example/' },
    { name: 'number', type: 'text', required: false, standard: '', longest: 5 },
    { name: 'delay', type: 'number', required: true, standard: 3, least: 0, most: 60 },
    { name: 'outcome', type: 'choice', required: true, standard: 'answered', choices: ['answered', 'no answer'] },
    { name: 'duty', type: 'switch', required: true, standard: false },
  ],
}
const standard = { base: 'https://calls.example/', number: '', delay: 3, outcome: 'answered', duty: false }

describe('fields of a connection', () => {
  it('are standard where nothing was entered, and secrets are kept apart', () => {
    expect(readFields(kind, { key: ' k1 ' })).toEqual({ settings: standard, secrets: { key: 'k1' }, problems: [] })
  })

  it('stay what they were where nothing else was entered; a secret that there is need not be entered again', () => {
    const before = { ...standard, number: '7900', delay: 10 }
    expect(readFields(kind, { number: '', base: '' }, before, ['key'])).toEqual({
      settings: { ...before, number: '' },
      secrets: {},
      problems: [],
    })
  })

  it.each([
    [{}, { field: 'key', problem: 'required' }],
    [{ key: 'x'.repeat(21) }, { field: 'key', problem: 'wrong' }],
    [{ key: 1 }, { field: 'key', problem: 'wrong' }],
    [
      { key: 'k', base: 'ftp://a.example' },
      { field: 'base', problem: 'wrong' },
    ],
    [
      { key: 'k', base: 'https://user@a.example' },
      { field: 'base', problem: 'wrong' },
    ],
    [
      { key: 'k', number: '123456' },
      { field: 'number', problem: 'wrong' },
    ],
    [
      { key: 'k', delay: 61 },
      { field: 'delay', problem: 'wrong' },
    ],
    [
      { key: 'k', delay: '3' },
      { field: 'delay', problem: 'wrong' },
    ],
    [
      { key: 'k', outcome: 'busy' },
      { field: 'outcome', problem: 'wrong' },
    ],
    [
      { key: 'k', duty: 1 },
      { field: 'duty', problem: 'wrong' },
    ],
    [
      { key: 'k', color: 'red' },
      { field: 'color', problem: 'unknown' },
    ],
  ])('are refused one by one: %j', (entered, problem) => {
    expect(readFields(kind, entered).problems).toEqual([problem])
  })
})
