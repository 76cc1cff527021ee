import { diagnosticCodes, explain } from '@voronka/calculator'
import type { Language } from '@voronka/calculator'
import type { TFunction } from 'i18next'

export interface LogSentence {
  readonly message: string
  /** What to do about it. */
  readonly hint?: string
}

/** What happened, in words: findings of scripts as the editor says them, the rest from the catalogue; an unknown code comes as it is. */
export function logSentence(
  { code, facts }: { readonly code: string; readonly facts: Readonly<Record<string, string>> },
  language: Language,
  t: TFunction<'settings'>,
): LogSentence {
  const known = logCodes.find((each) => each === code)
  if (known) return { message: t(`log.codes.${known}`, { value: facts['value'] ?? '', error: facts['error'] ?? '' }) }
  if (!diagnosticCodes.includes(code)) return { message: [code, ...Object.values(facts)].join(' · ') }
  const { message, hint } = explain({ code, facts }, language)
  const { line } = facts
  return { message: line === undefined ? message : t('log.line', { line, message }), hint }
}

/** What the engine and the worker report themselves. */
export const logCodes = [
  'limit-transitions',
  'limit-blocks-per-minute',
  'limit',
  'bad-date',
  'bad-time',
  'bad-delay',
  'bad-button-code',
  'comparison-error',
  'no-such-block',
  'turn-set-aside',
  'timer-set-aside',
  'not-delivered',
] as const
