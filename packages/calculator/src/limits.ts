import { LimitError } from './errors.ts'

/** Every bound of a script in one place (reliability-promises, P6.3 and section 15; calculator-language, section 1). */
export const limits = {
  /** Statements, calls and blocks of elements that one run may work through. */
  steps: 100_000,
  /** Brackets, calls, unary operators and containers inside each other. */
  nesting: 200,
  /** Characters (UTF-16 units) of a text that is being built. */
  builtText: 1_000_000,
  /** Characters of the text of a stored value. */
  storedValue: 100_000,
  nameLength: 500,
  /** Variables of one client or order, and of a project. */
  variablesPerScope: 1_000,
  /** Elements of an array or dict. */
  elements: 100_000,
  /** Milliseconds of the processor that one run may take, where the world has a stopwatch. */
  runningMs: 250,
  /** Orders, tasks, messages, callbacks and so on that one run may ask for. */
  effects: 100,
  /** Requests to foreign servers that one run may send. */
  requests: 10,
  /** Characters that one run may store in all its variables together. */
  storedInAll: 16_000_000,
  /** Characters of a regular expression. */
  patternSource: 10_000,
} as const

/** For functions that build text: throws `limit-text` when `length` characters are more than a built text may have. */
export function checkTextLength(length: number): void {
  if (length > limits.builtText) throw new LimitError('limit-text', { limit: String(limits.builtText) })
}

/** For functions that build arrays and dicts: throws `limit-elements` when there would be too many elements. */
export function checkSize(elements: number): void {
  if (elements > limits.elements) throw new LimitError('limit-elements', { limit: String(limits.elements) })
}
