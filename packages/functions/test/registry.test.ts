import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { allFunctions, catalogue, library, signatures } from '../src/index.ts'
import reference from './reference-functions.json' with { type: 'json' }

const hostFunctions = [
  'was_in_state',
  'delete_pended_messages',
  'days_from_last_message',
  'get_client_var',
  'get_client_vars',
  'set_client_var',
  'set_client_vars',
  'callback',
  'message',
  'pause_bot',
  'unsubscribe',
  'block_client',
  'unblock_client',
  'set_client_name',
]

describe('the library', () => {
  it('lists every function file, under its own name', () => {
    const bare = (name: string): string => name.replaceAll(/[-_]/g, '').toLowerCase()
    const files = readdirSync(new URL('../src', import.meta.url), { recursive: true, encoding: 'utf8' })
      .filter((file) => /^\w+\/.*\.ts$/.test(file) && !/^shared\/|\/all\.ts$|\.test\.ts$/.test(file))
      .map((file) => bare(file.replaceAll(/^.*\/|\.ts$/g, '')))
    expect(allFunctions.map(({ name }) => bare(name)).toSorted()).toEqual(files.toSorted())
  })

  it('keeps every function in the folder of its category', () => {
    for (const { name, category } of allFunctions) {
      const folder = category === 'column-letters' ? 'columns' : category
      const files = readdirSync(new URL(`../src/${folder}`, import.meta.url)).map((file) => file.replaceAll(/[-_]|\.ts$/g, ''))
      expect(files, `${name} in ${folder}`).toContain(name.replaceAll('_', '').toLowerCase())
    }
  })

  it('has all functions of the reference and all host functions of this stage, and no others', () => {
    const expected = [...reference.map(({ name }) => name), ...hostFunctions]
    expect(allFunctions.map(({ name }) => name).toSorted()).toEqual(expected.toSorted())
  })

  it('never gives one name to two functions', () => {
    const names = allFunctions.flatMap(({ name, aliases }) => [name, ...aliases])
    expect(new Set(names).size).toBe(names.length)
    expect(library.size).toBe(names.length)
  })

  it('finds nothing under names of built-in object members', () => {
    for (const name of ['constructor', '__proto__', 'toString', 'hasOwnProperty', '']) expect(library.get(name)).toBeUndefined()
  })

  it('tells the parser every name, with its parameters', () => {
    expect(signatures.map(({ name }) => name)).toEqual(allFunctions.map(({ name }) => name))
    for (const { params } of signatures) {
      const firstOptional = params.findIndex(({ optional }) => optional)
      expect(params.slice(firstOptional < 0 ? params.length : firstOptional).every(({ optional }) => optional)).toBe(true)
      expect(params.slice(0, -1).some(({ variadic }) => variadic)).toBe(false)
    }
  })
})

describe('the catalogue', () => {
  const entries = new Map(catalogue().map((entry) => [entry.name, entry]))

  it.each(reference)('says of $name what the reference says', ({ name, aliases, category, params, returns, variadic = false }) => {
    const entry = entries.get(name)
    expect(entry).toMatchObject({ aliases, category, returns })
    expect(entry?.params.map((param) => [param.name, param.type, param.required, param.default])).toEqual(params.map(withOurDefault))
    expect(entry?.params.at(-1)?.variadic ?? false).toBe(variadic)
  })

  it('is plain JSON', () => {
    expect(JSON.parse(JSON.stringify(catalogue()))).toEqual(catalogue())
  })

  it('explains every function and parameter in both languages', () => {
    for (const { name, help, params, examples } of catalogue()) {
      expect(examples.length, name).toBeGreaterThan(0)
      for (const { ru, en } of [help, ...params.map(({ about }) => about)]) {
        expect(ru, name).toMatch(/[а-яё].*[.!?…]$|^True/i)
        expect(en, name).toMatch(/[a-z].*[.!?…]$/i)
      }
    }
  })
})

/** Columns of the reference: name, type, required, default. */
function withOurDefault([name, type, required, preset]: readonly unknown[]): unknown[] {
  return [name, type, required, preset ?? null]
}
