import type { Language } from '@voronka/calculator'
import type { Catalogue } from './catalogue.ts'

const texts: Readonly<Record<Language, () => Promise<Catalogue>>> = {
  en: () => import('./en.ts').then(({ en }) => en),
  ru: () => import('./ru.ts').then(({ ru }) => ru),
}

/** The texts of a language, which are fetched once. */
export const fetchTexts = (language: Language): Promise<Catalogue> => texts[language]()
