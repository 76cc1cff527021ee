/** The first thing that a page runs (`main.tsx`): its texts are on their way while all the rest is still being read. */
import { fetchTexts } from '../locales/fetch-texts.ts'
import { preferredLanguage } from './preferred-language.ts'

export const firstLanguage = preferredLanguage()
export const firstTexts = fetchTexts(firstLanguage)
