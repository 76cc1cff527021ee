import type { PublicBranch } from '@voronka/api'
import type { BookingApi } from './api.ts'
import type { Language, Words } from './words.ts'

/** What every part of the page knows. */
export interface PageContext {
  readonly api: BookingApi
  /** Of the branch, as addresses name it. */
  readonly key: string
  readonly page: PublicBranch
  readonly language: Language
  readonly say: Words
}
