import type { Language } from '@voronka/calculator'
import i18next from 'i18next'
import { useSyncExternalStore } from 'react'
import { initReactI18next } from 'react-i18next'
import { fetchTexts } from '../locales/fetch-texts.ts'
import { firstLanguage, firstTexts } from './first-texts.ts'
import { preferLanguage } from './preferred-language.ts'

export { languages } from './preferred-language.ts'

/** What each language calls itself. */
export const languageNames: Readonly<Record<Language, string>> = { ru: 'Русский', en: 'English' }

/** Makes the texts ready in which the page begins. */
export async function startLanguage(): Promise<void> {
  await i18next.use(initReactI18next).init({
    resources: { [firstLanguage]: await firstTexts },
    lng: firstLanguage,
    fallbackLng: false,
    defaultNS: 'app',
    interpolation: { escapeValue: false },
  })
  document.documentElement.lang = firstLanguage
}

/**
 * The page speaks another language once its texts are there; of two that were chosen one after the other, the later. Where they cannot be fetched now, it
 * does from the next time that it is opened, and the answer is false.
 */
export async function setLanguage(language: Language): Promise<boolean> {
  preferLanguage(language)
  wanted = language
  const texts = await fetchTexts(language).catch(() => undefined)
  if (wanted !== language) return true
  if (!texts) return false
  for (const [feature, own] of Object.entries(texts)) i18next.addResourceBundle(language, feature, own)
  document.documentElement.lang = language
  await i18next.changeLanguage(language)
  return true
}

let wanted: Language = firstLanguage

/** The language that this person reads, for everything that takes one (labels, problems, dates). */
export function useLanguage(): Language {
  return useSyncExternalStore(whenLanguageChanges, shownLanguage)
}

function whenLanguageChanges(tell: () => void): () => void {
  i18next.on('languageChanged', tell)
  return () => i18next.off('languageChanged', tell)
}

const shownLanguage = (): Language => (i18next.language === 'ru' ? 'ru' : 'en')
