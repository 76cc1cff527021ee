export { CalculatorEditor, type CalculatorEditorProps } from './CalculatorEditor.tsx'
export type { KnownBlock, KnownName } from './editor-context.ts'
export { knownNames, type FoundName } from './known-names.ts'
export type { EditorMode } from './place-at.ts'
