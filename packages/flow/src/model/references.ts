/** Numbers of blocks that stand in scripts, texts and conditions, and how they are changed when blocks get new numbers (section 2). */
import { callsOf } from '@voronka/calculator'
import type { CallReference } from '@voronka/calculator'
import { library } from '@voronka/functions'
import type { Arrow, Block } from './flow.ts'
import { parseText } from './parse-text.ts'
import { mapArrowTexts, mapBlockTexts } from './texts.ts'
import type { TextKind } from './texts.ts'

/** New numbers by old ones. Numbers that are not in it stay. */
export type Renumbering = ReadonlyMap<number, number>

export interface BlockReference {
  readonly number: number
  readonly function: string
  /** Where the digits stand in the text. */
  readonly from: number
  readonly to: number
}

/** Which argument of which function is the number of a block. */
const blockArguments: ReadonlyMap<string, number> = new Map([
  ['was_in_state', 0],
  ['message', 2],
  ['get_block_name_by_id', 0],
])

/** The numbers of blocks that a text writes out, in order. */
export function blockReferences(source: string, kind: TextKind): BlockReference[] {
  if (![...blockArguments.keys()].some((name) => source.includes(name))) return []
  return referencesIn(callsOf(parseText(source, kind, library)))
}

/** The same among the calls of a text that was read already. */
export function referencesIn(calls: readonly CallReference[]): BlockReference[] {
  return calls
    .flatMap(({ name, args }) => {
      const { number, digits } = args[blockArguments.get(name) ?? -1] ?? {}
      return number === undefined || !digits ? [] : [{ number, function: name, from: digits[0], to: digits[1] }]
    })
    .toSorted((a, b) => a.from - b.from)
}

/** The text with its block numbers changed; the same text when none is. */
export function renumberText(source: string, kind: TextKind, numbers: Renumbering): string {
  let text = ''
  let done = 0
  for (const { number, from, to } of blockReferences(source, kind)) {
    const now = numbers.get(number)
    if (now === undefined) continue
    text += source.slice(done, from) + String(now)
    done = to
  }
  return text + source.slice(done)
}

export const renumberBlock = (block: Block, numbers: Renumbering): Block => ({
  ...mapBlockTexts(block, (source, kind) => renumberText(source, kind, numbers)),
  number: numbers.get(block.number) ?? block.number,
})

export const renumberArrow = (arrow: Arrow, numbers: Renumbering): Arrow => ({
  ...mapArrowTexts(arrow, (source, kind) => renumberText(source, kind, numbers)),
  from: numbers.get(arrow.from) ?? arrow.from,
  to: numbers.get(arrow.to) ?? arrow.to,
})
