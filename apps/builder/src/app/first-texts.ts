/** The texts in which a page begins, asked for before all the rest of it is run (`main.tsx`). */
import { fetchTexts } from '../locales/fetch-texts.ts'
import { preferredLanguage } from './preferred-language.ts'

export const firstLanguage = preferredLanguage()
export const firstTexts = fetchTexts(firstLanguage)
