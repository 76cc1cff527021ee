/** Every text of the builder, by language and feature. A page fetches only the language that it shows (`fetch-texts.ts`). */
import { en } from './en.ts'
import { ru } from './ru.ts'

export const catalogue = { en, ru }
export type Catalogue = typeof en
