import type { Language } from '@voronka/calculator'
import { recall, remember } from './device-memory.ts'

export const languages = ['ru', 'en'] as const

const key = 'voronka.language'

/** What this person chose here; until he does, the first language of the browser that we speak; else, and where there is no browser, English. */
export function preferredLanguage(chosen = recall(key), browser: readonly string[] = globalThis.navigator?.languages ?? []): Language {
  const spoken = (code: string | null) => languages.find((language) => code?.toLowerCase().split('-')[0] === language)
  return spoken(chosen) ?? browser.map(spoken).find((language) => language !== undefined) ?? 'en'
}

export const preferLanguage = (language: Language): void => remember(key, language)
