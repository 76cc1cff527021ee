import type { Diagnostic, Language } from '../contract.ts'
import { catalogue, sentence } from './catalogue.ts'

export interface Explanation {
  readonly message: string
  /** What to do. */
  readonly hint?: string
}

/** Puts a diagnostic into words. A code that is not in the catalogue comes as it is. */
export function explain({ code, facts }: Pick<Diagnostic, 'code' | 'facts'>, language: Language): Explanation {
  const entry = catalogue.get(code)
  if (!entry) return { message: code }
  const message = sentence(entry.says[language], facts).trim()
  return entry.hint ? { message, hint: sentence(entry.hint[language], facts) } : { message }
}

/** Every code that `explain` knows. */
export const diagnosticCodes: readonly string[] = [...catalogue.keys()]
