import type { Language } from '@voronka/calculator'
import i18next from 'i18next'
import { useSyncExternalStore } from 'react'
import { initReactI18next } from 'react-i18next'
import { catalogue } from '../locales/catalogue.ts'

export const languages = ['ru', 'en'] as const

/** What each language calls itself. */
export const languageNames: Readonly<Record<Language, string>> = { ru: 'Русский', en: 'English' }

const key = 'voronka.language'

/** What this person chose here; until he does, the first language of the browser that we speak; else English. */
export function preferredLanguage(chosen: string | null, browser: readonly string[]): Language {
  const spoken = (code: string | null) => languages.find((language) => code?.toLowerCase().split('-')[0] === language)
  return spoken(chosen) ?? browser.map(spoken).find((language) => language !== undefined) ?? 'en'
}

/** Makes the catalogue ready. Nothing is fetched: it comes with the page. */
export async function startLanguage(): Promise<void> {
  const language = preferredLanguage(localStorage.getItem(key), navigator.languages)
  await i18next.use(initReactI18next).init({
    resources: catalogue,
    lng: language,
    fallbackLng: 'en',
    defaultNS: 'app',
    interpolation: { escapeValue: false },
  })
  document.documentElement.lang = language
}

export async function setLanguage(language: Language): Promise<void> {
  localStorage.setItem(key, language)
  document.documentElement.lang = language
  await i18next.changeLanguage(language)
}

/** The language that this person reads, for everything that takes one (labels, problems, dates). */
export function useLanguage(): Language {
  return useSyncExternalStore(whenLanguageChanges, shownLanguage)
}

function whenLanguageChanges(tell: () => void): () => void {
  i18next.on('languageChanged', tell)
  return () => i18next.off('languageChanged', tell)
}

const shownLanguage = (): Language => (i18next.language === 'ru' ? 'ru' : 'en')
