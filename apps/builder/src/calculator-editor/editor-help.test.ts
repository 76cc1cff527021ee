// @vitest-environment happy-dom
import { CompletionContext, type CompletionResult } from '@codemirror/autocomplete'
import { EditorState } from '@codemirror/state'
import { blankArrow, blankBlock, blankProject } from '@voronka/flow'
import { allFunctions, library } from '@voronka/functions'
import { createInstance } from 'i18next'
import { describe, expect, it } from 'vitest'
import { catalogue } from '../locales/catalogue.ts'
import { complete } from './completion.ts'
import { findings } from './diagnose.ts'
import { editorContext, functionsByName, type EditorContext } from './editor-context.ts'
import { findFunctions } from './find-functions.ts'
import { functionHelp } from './function-help.ts'
import { helpFor } from './hover-help.ts'
import { knownNames } from './known-names.ts'
import { paint } from './paint.ts'
import { previewScript } from './preview-script.ts'

const i18n = createInstance({ resources: catalogue, lng: 'en', interpolation: { escapeValue: false } })
await i18n.init()

const context: EditorContext = {
  mode: 'script',
  language: 'en',
  functions: allFunctions,
  variables: [
    { name: 'total', scope: 'order' },
    { name: 'phone', scope: 'client', about: 'block 4' },
  ],
  blocks: [{ number: 12, title: 'Greeting' }],
  problems: [],
  say: i18n.getFixedT('en', 'calculator'),
}

const options = (marked: string, more: Partial<EditorContext> = {}): CompletionResult | null => {
  const at = marked.indexOf('|')
  const state = EditorState.create({ doc: marked.replace('|', ''), extensions: [editorContext.of({ ...context, ...more })] })
  return complete(new CompletionContext(state, at, false))
}
const labels = (marked: string, more: Partial<EditorContext> = {}) => options(marked, more)?.options.map(({ label }) => label) ?? []

describe('completion', () => {
  it('offers functions, variables of every scope and built-in names', () => {
    expect(labels('x = t|')).toEqual(expect.arrayContaining(['round', 'total', 'phone', 'current_date', 'client.', 'True']))
  })

  it('offers after a scope only what lives in it', () => {
    expect(labels('x = client.p|')).toEqual(['phone'])
    expect(labels('x = клиент.|')).toEqual(['phone'])
    expect(labels('x = project.|')).toEqual([])
  })

  it('offers block numbers where a function takes one', () => {
    expect(labels('x = was_in_state(|')).toEqual(['12'])
  })

  it('leaves quoted text, comments, numbers and the plain text of a message alone', () => {
    for (const quiet of ['x = "to|"', '/* to|', 'x = 12|', 'x = |']) expect(options(quiet)).toBeNull()
    expect(options('to|', { mode: 'template' })).toBeNull()
    expect(labels('#{to|', { mode: 'template' })).toContain('total')
    expect(labels('#{|', { mode: 'template' })).toContain('total')
  })

  it('finds a function by its other spelling', () => {
    const withAlias = allFunctions.find(({ aliases }) => aliases.length)
    expect(labels('x = a|')).toEqual(expect.arrayContaining([...(withAlias?.aliases ?? [])]))
  })
})

describe('help', () => {
  it('says of every function what it takes, does and returns, in both languages', () => {
    for (const language of ['ru', 'en'] as const) {
      for (const fn of allFunctions) {
        const text = functionHelp(fn, { language, say: context.say }).textContent ?? ''
        expect(text).toContain(fn.help[language])
        expect(text).toContain(`${fn.name}(`)
        expect(text).toContain('→')
      }
    }
  })

  it('tells a function from a variable of the same name', () => {
    expect(helpFor('len', true, context)?.textContent).toContain('len(')
    expect(helpFor('len', false, context)).toBeUndefined()
    expect(helpFor('total', false, context)?.textContent).toContain('deal')
    expect(helpFor('question', false, context)?.textContent).toContain('built-in')
    expect(helpFor('constructor', true, context)).toBeUndefined()
  })
})

describe('diagnostics', () => {
  const messages = (text: string, more: Partial<EditorContext> = {}) =>
    findings(text, { ...context, ...more }).map(({ message }) => message)

  it('finds nothing wrong with what is right', () => {
    expect(messages('total = total + 1\nx = round(total, 2)\ny = x\nc = [red, green]\nd = промо#{client_id}')).toEqual([])
    expect(messages('', { mode: 'expression' })).toEqual([])
    expect(messages('Total: #{total}, #{phone}', { mode: 'template' })).toEqual([])
  })

  it('shows what the checks of the project say, but nothing twice and nothing out of date', () => {
    const unknown = { from: 4, to: 8, severity: 'warning' as const, message: 'nothing writes totl' }
    expect(messages('x = totl + 1', { problems: [unknown] })).toEqual(['nothing writes totl'])
    expect(messages('x =', { problems: [unknown] })).toEqual([])
    const [own] = findings('x = nosuch(1)', context)
    expect(messages('x = nosuch(1)', { problems: [{ ...unknown, from: own?.from ?? 0, to: own?.to ?? 0 }] })).toEqual([own?.message])
  })

  it('marks at least one character of whatever is wrong', () => {
    for (const text of ['x = (', 'x = round(', '1x = 5', 'x = 1 +', 'x = nosuch(1)', '(']) {
      for (const { from, to } of findings(text, context)) expect(to).toBeGreaterThan(from)
    }
    expect(findings('x = nosuch(1)', context)).not.toEqual([])
  })
})

it('paints in a message only what stands in braces', () => {
  const spans = paint('Total: #{round(total)} #{(} end', 'template', functionsByName(allFunctions))
  const text = 'Total: #{round(total)} #{(} end'
  expect(spans.map(({ from, to, kind }) => `${kind} ${text.slice(from, to)}`)).toEqual([
    'interpolation #{',
    'function round',
    'punctuation (',
    'variable total',
    'punctuation )',
    'interpolation }',
    'invalid #{(}',
  ])
})

it('finds functions by name before those that only mention it', () => {
  const [first] = findFunctions(allFunctions, 'round', 'en')
  expect(first?.name).toBe('round')
  expect(findFunctions(allFunctions, 'nothing of this kind', 'en')).toEqual([])
  expect(findFunctions(allFunctions, ' ', 'en')).toHaveLength(allFunctions.length)
})

it('knows every variable that the project writes, and where', () => {
  const project = {
    ...blankProject(),
    blocks: [
      blankBlock(1, { calculator: "total = 1\nclient.city = 'Rome'\nset_client_var(client_id, 'age', 30)\nproject.n = 1" }),
      blankBlock(2, { calculator: 'total = 2\nd["a"] = 1' }),
    ],
    arrows: [
      blankArrow(1, 2, 1, { collectsData: true, variable: 'phone' }),
      blankArrow(2, 2, 1, { collectsData: false, variable: 'unused' }),
    ],
  }
  project.settings.constants.push({ name: 'VAT', value: '20' })
  const shown = knownNames(project).map(({ name, scope, blocks }) => `${scope}.${name} ${blocks.join()}`)
  expect(new Set(shown)).toEqual(
    new Set(['client.age 1', 'client.city 1', 'project.n 1', 'order.phone 2', 'order.total 1,2', 'constant.VAT ']),
  )
})

it('previews a script without touching anything', async () => {
  const world = { now: Date.UTC(2026, 2, 10), zone: 'Europe/Moscow', language: 'en' as const }
  const lines = await previewScript('total = price * 2\nbad = 1 / 0\nlast = total + 1', 'price = 21', world)
  expect(lines.map(({ target, value }) => [target, value])).toEqual([
    ['total', '42'],
    ['bad', ''],
    ['last', '43'],
  ])
  expect(lines[1]?.trouble).toBeTruthy()
  expect(library.has('round')).toBe(true)
})
