import { autocompletion, snippetCompletion, type Completion, type CompletionContext, type CompletionResult } from '@codemirror/autocomplete'
import type { EditorState, Extension } from '@codemirror/state'
import { builtinNames } from '@voronka/calculator'
import type { FunctionDocs } from '@voronka/functions'
import { editorContext, type EditorContext, type KnownName } from './editor-context.ts'
import { functionHelp, signatureParts } from './function-help.ts'
import { placeAt } from './place-at.ts'

const word = /[\p{L}\p{Nd}\p{M}_]*$/u
const scoped = /(?:^|[^\p{L}\p{Nd}_.])(client|клиент|project|проект)\.([\p{L}\p{Nd}\p{M}_]*)$/u

/** Functions whose argument is the number of a block, and which argument that is. */
const takesBlock: ReadonlyMap<string, number> = new Map([['was_in_state', 0]])

export function completion(): Extension {
  return autocompletion({
    override: [complete],
    icons: false,
    closeOnBlur: true,
    maxRenderedOptions: 60,
    optionClass: ({ type }) => `calc-option-${type ?? 'word'}`,
  })
}

/** What may be written at this place: nothing here that a function or a variable does not say of itself. */
export function complete({ state, pos, explicit }: CompletionContext): CompletionResult | null {
  const context = state.facet(editorContext)
  const text = state.doc.toString()
  const { code, call } = placeAt(text, pos, context.mode)
  if (!code) return null
  const before = text.slice(Math.max(0, pos - 600), pos)

  const scope = scoped.exec(before)
  if (scope) return result(pos, scope[2] ?? '', scopeOptions(scope[1] ?? '', context))
  if (call && takesBlock.get(call.name) === call.argument) return result(pos, word.exec(before)?.[0] ?? '', blockOptions(context))

  const written = word.exec(before)?.[0] ?? ''
  const inBraces = before.endsWith('#{')
  if (/^\d/.test(written) || (!explicit && !inBraces && written.length < 1)) return null
  return result(pos, written, allOptions(state))
}

function result(pos: number, written: string, options: readonly Completion[]): CompletionResult {
  return { from: pos - written.length, options: [...options], validFor: /^[\p{L}\p{Nd}\p{M}_]*$/u }
}

function allOptions(state: EditorState): Completion[] {
  const context = state.facet(editorContext)
  const { language, say } = context
  return [
    ...context.variables.map((known) => variableOption(known, context)),
    ...context.functions.flatMap((fn) => functionOptions(fn, context)),
    ...builtinNames.map((known): Completion => ({
      label: known.name,
      detail: say('builtin'),
      info: known[language],
      type: 'builtin',
      section: section(say, 'builtin', 3),
    })),
    ...(language === 'ru' ? ['клиент', 'проект'] : ['client', 'project']).map((label, at): Completion => ({
      label: `${label}.`,
      detail: say(at ? 'scopes.project' : 'scopes.client'),
      type: 'scope',
      section: section(say, 'words', 4),
    })),
    ...['True', 'False', 'None', 'and', 'or', 'not'].map((label): Completion => ({
      label,
      type: 'word',
      section: section(say, 'words', 4),
    })),
  ]
}

const section = (say: EditorContext['say'], of: 'variables' | 'functions' | 'builtin' | 'words', rank: number) => ({
  name: say(`sections.${of}`),
  rank,
})

function functionOptions(fn: FunctionDocs, context: EditorContext): Completion[] {
  return [fn.name, ...fn.aliases].map((name, index) => {
    const needed = fn.params.filter(({ optional }) => !optional)
    const option: Completion = {
      label: name,
      detail: `(${signatureParts(fn).join(', ')})`,
      info: () => functionHelp(fn, context, name),
      type: 'function',
      section: section(context.say, 'functions', 2),
      // An alias is found by its name but never pushes the first spelling down.
      boost: index ? -1 : 0,
    }
    return fn.params.length ? snippetCompletion(`${name}(\${${needed[0] ? '' : ' '}})`, option) : { ...option, apply: `${name}()` }
  })
}

function variableOption({ name, scope, about }: KnownName, { say }: EditorContext): Completion {
  const prefix = scope === 'client' || scope === 'project' ? `${scope}.` : ''
  return {
    label: name,
    detail: say(`scopes.${scope}`),
    info: about,
    // A plain name reads every scope (calculator-language, 4.1); the prefix is needed only for writing.
    apply: name,
    type: prefix ? 'scoped' : 'variable',
    section: section(say, 'variables', 1),
    boost: 1,
  }
}

function scopeOptions(word: string, { variables, say }: EditorContext): Completion[] {
  const scope = word === 'client' || word === 'клиент' ? 'client' : 'project'
  return variables
    .filter((known) => known.scope === scope)
    .map(({ name, about }) => ({ label: name, detail: say(`scopes.${scope}`), info: about, type: 'variable' }))
}

function blockOptions({ blocks }: EditorContext): Completion[] {
  return blocks.map(({ number, title }) => ({ label: String(number), detail: title, type: 'block' }))
}
