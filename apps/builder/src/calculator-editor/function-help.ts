import type { Language } from '@voronka/calculator'
import type { Example, FunctionDocs, ParamDocs } from '@voronka/functions'
import type { EditorContext } from './editor-context.ts'

/** `round(number, digits?)`, with the parameters apart so that one of them can be marked. */
export function signatureParts({ params }: FunctionDocs): readonly string[] {
  return params.map(({ name, optional, variadic }) => `${name}${optional ? '?' : ''}${variadic ? ', …' : ''}`)
}

export function signature(fn: FunctionDocs, name = fn.name): string {
  return `${name}(${signatureParts(fn).join(', ')})`
}

/** What `gives` says of an example, as the calculator writes it. */
export function exampleResult(example: Example): string {
  return 'gives' in example ? shown(example.gives) : example.givesOneOf.map(shown).join(' | ')
}

/** Help of one function as elements: hover, completion and the picker show the same. */
export function functionHelp(fn: FunctionDocs, { language, say }: Pick<EditorContext, 'language' | 'say'>, name = fn.name): HTMLElement {
  const help = box('help')
  help.append(line('code', `${signature(fn, name)} → ${fn.returns}`, 'help-signature'))
  help.append(line('p', fn.help[language]))
  if (fn.params.length) help.append(parameters(fn.params, language, say))
  if (fn.onError) help.append(line('p', `${say('onFailure')}: ${fn.onError[language]}`, 'help-failure'))
  const [example] = fn.examples
  if (example) {
    help.append(line('div', say('example'), 'help-title'), line('pre', `${example.script}\n→ ${exampleResult(example)}`))
  }
  if (fn.aliases.length) help.append(line('p', `${say('alsoWritten')}: ${fn.aliases.join(', ')}`, 'help-muted'))
  return help
}

function parameters(params: readonly ParamDocs[], language: Language, say: EditorContext['say']): HTMLElement {
  const list = document.createElement('dl')
  for (const param of params) {
    list.append(line('dt', `${param.name}${param.optional ? '?' : ''}`), line('dd', parameterHelp(param, language, say)))
  }
  return list
}

/** `how many digits to keep · number · without it: 0` */
export function parameterHelp(
  { about, shownType, shownDefault, optional }: ParamDocs,
  language: Language,
  say: EditorContext['say'],
): string {
  const preset = optional && shownDefault !== null && shownDefault !== '' ? `${say('default')}: ${shownDefault}` : ''
  return [about[language], shownType, preset].filter(Boolean).join(' · ')
}

function shown(value: unknown): string {
  if (value === null) return 'None'
  if (typeof value === 'boolean') return value ? 'True' : 'False'
  return typeof value === 'string' ? value || '""' : JSON.stringify(value)
}

export function box(name: string): HTMLElement {
  const made = document.createElement('div')
  made.className = `calc-${name}`
  return made
}

export function line(tag: string, text: string, name = ''): HTMLElement {
  const made = document.createElement(tag)
  if (name) made.className = `calc-${name}`
  made.textContent = text
  return made
}
