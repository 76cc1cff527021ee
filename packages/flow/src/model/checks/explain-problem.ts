import type { Language } from '@voronka/calculator'
import type { Problem } from './check.ts'
import { checks } from './rules/all.ts'

export interface ProblemExplanation {
  /** What is wrong here. */
  readonly message: string
  /** Why it matters, and what to do. */
  readonly why: string
  /** What the button of the offered fix says; only when there is a fix. */
  readonly fixTitle?: string
}

/** Puts a problem into words. A code of another version comes as it is. */
export function explainProblem({ code, facts, fix }: Pick<Problem, 'code' | 'facts' | 'fix'>, language: Language): ProblemExplanation {
  const check = byCode.get(code)
  if (!check) return { message: code, why: '' }
  const words = { message: check.says[language](facts), why: check.why[language] }
  return fix && check.fixTitle ? { ...words, fixTitle: check.fixTitle[language](facts) } : words
}

const byCode = new Map(checks.map((check) => [check.code, check]))
