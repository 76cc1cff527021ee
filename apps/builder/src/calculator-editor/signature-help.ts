import { StateField, type EditorState, type Extension } from '@codemirror/state'
import { showTooltip, type Tooltip } from '@codemirror/view'
import { editorContext, functionsByName } from './editor-context.ts'
import { box, line, parameterHelp, signatureParts } from './function-help.ts'
import { placeAt } from './place-at.ts'

/** While arguments are typed: the function's parameters, the present one marked and explained. */
export function signatureHelp(): Extension {
  return StateField.define<Tooltip | null>({
    create: tooltip,
    update: (shown, { docChanged, selection, state, startState }) => {
      if (!docChanged && !selection && state.facet(editorContext) === startState.facet(editorContext)) return shown
      const next = tooltip(state)
      // The same object keeps the tooltip from being drawn anew at each key.
      return shown && next && shown.pos === next.pos && key(state) === key(startState) ? shown : next
    },
    provide: (field) => showTooltip.from(field),
  })
}

function key(state: EditorState): string {
  const { call } = here(state)
  return call ? `${call.name}/${call.argument}` : ''
}

function here(state: EditorState) {
  return placeAt(state.doc.toString(), state.selection.main.head, state.facet(editorContext).mode)
}

function tooltip(state: EditorState): Tooltip | null {
  const { call } = here(state)
  if (!call || !state.selection.main.empty) return null
  const { functions, language, say } = state.facet(editorContext)
  const fn = functionsByName(functions).get(call.name)
  if (!fn?.params.length) return null
  const last = fn.params.length - 1
  const current = fn.params[last]?.variadic ? Math.min(call.argument, last) : call.argument
  return {
    pos: call.from,
    above: true,
    strictSide: true,
    create: () => {
      const dom = box('signature')
      const shown = line('code', '')
      shown.append(`${call.name}(`)
      signatureParts(fn).forEach((part, index) => shown.append(...(index ? [', '] : []), line(index === current ? 'mark' : 'span', part)))
      shown.append(')')
      const param = fn.params[current]
      dom.append(shown, line('div', param ? parameterHelp(param, language, say) : say('tooManyArguments')))
      return { dom }
    },
  }
}
