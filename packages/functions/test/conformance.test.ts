import { expect, it } from 'vitest'
import cases from '../../calculator/test/conformance/calculator.json' with { type: 'json' }
import type { Expected } from '../src/index.ts'
import { matchesExpected } from './matches-expected.ts'
import { runScript, type Given } from './run-script.ts'

interface Case {
  readonly id: string
  readonly script: string
  readonly given?: Given
  readonly now?: string
  readonly timezone?: string
  readonly expect?: Readonly<Record<string, Expected>>
  readonly expect_one_of?: Readonly<Record<string, readonly Expected[]>>
}

// JSON types of a file this large are a union of all its shapes.
const all: readonly Case[] = JSON.parse(JSON.stringify(cases))

it.each(all)('$id', async ({ script, expect: expected = {}, expect_one_of: oneOf = {}, ...setting }) => {
  const { read, diagnostics } = await runScript(script, setting)
  for (const [key, value] of Object.entries(expected)) expect(describe(key, [value], read(key)), written(diagnostics)).toBe(matching)
  for (const [key, values] of Object.entries(oneOf)) expect(describe(key, values, read(key)), written(diagnostics)).toBe(matching)
})

const matching = 'as expected'

function describe(key: string, expected: readonly Expected[], actual: Parameters<typeof matchesExpected>[1]): string {
  if (expected.some((each) => matchesExpected(each, actual))) return matching
  return `${key} is ${written(actual)}, not ${written(expected)}`
}

function written(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    inner instanceof Map ? [...inner] : typeof inner === 'bigint' ? String(inner) : inner,
  )
}
