import type { Language } from '@voronka/calculator'
import type { Block } from '../flow.ts'
import { isNothing } from '../kinds.ts'
import { shorten } from './shorten.ts'
import { blockTypeWords } from './words.ts'

const titleLength = 40

/** What a block is called where it is listed: its name, else the first words of its message, else its type (section 4). */
export function blockTitle({ name, text, type }: Pick<Block, 'name' | 'text' | 'type'>, language: Language): string {
  const own = name.trim()
  if (own) return own
  return isNothing(text) ? blockTypeWords[type][language] : shorten(text, titleLength)
}
