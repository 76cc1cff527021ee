import type { Extension } from '@codemirror/state'
import { hoverTooltip } from '@codemirror/view'
import { builtinNames } from '@voronka/calculator'
import { editorContext, functionsByName, type EditorContext } from './editor-context.ts'
import { box, functionHelp, line } from './function-help.ts'
import { placeAt } from './place-at.ts'

const nameSign = /[\p{L}\p{Nd}\p{M}_]/u

/** Help for the name under the pointer: a function whole, a variable by what is known of it. */
export function hoverHelp(): Extension {
  return hoverTooltip((view, pos) => {
    const context = view.state.facet(editorContext)
    const text = view.state.doc.toString()
    const word = wordAround(text, pos)
    if (!word || !placeAt(text, word.from, context.mode).code) return null
    const isCall = /^[ \t]*\(/.test(text.slice(word.to, word.to + 20))
    const dom = helpFor(word.name, isCall, context)
    return dom ? { pos: word.from, end: word.to, above: true, create: () => ({ dom }) } : null
  })
}

/** Undefined: there is nothing to say of that name. A function's name without brackets is a variable (calculator-language, 3.1). */
export function helpFor(name: string, isCall: boolean, context: EditorContext): HTMLElement | undefined {
  const fn = isCall ? functionsByName(context.functions).get(name) : undefined
  if (fn) return functionHelp(fn, context, name)
  const builtin = builtinNames.find((known) => known.name === name)
  const variables = context.variables.filter((known) => known.name === name)
  if (isCall || (!builtin && !variables.length)) return undefined
  const help = box('help')
  help.append(line('code', name, 'help-signature'))
  for (const { scope, about } of variables) help.append(line('p', [context.say(`scopes.${scope}`), about].filter(Boolean).join(' · ')))
  if (builtin) help.append(line('p', `${context.say('builtin')} · ${builtin[context.language]}`))
  return help
}

function wordAround(text: string, pos: number): { name: string; from: number; to: number } | undefined {
  let from = pos
  let to = pos
  while (from > 0 && nameSign.test(text[from - 1] ?? '')) from--
  while (to < text.length && nameSign.test(text[to] ?? '')) to++
  return to > from ? { name: text.slice(from, to), from, to } : undefined
}
