/** Numbers of blocks and arrows are given in order and never again (builder-and-runtime, section 2). */
import type { Arrow, Block, Project } from './flow.ts'

export const nextBlockNumber = ({ blocks, lastBlock }: Project): number =>
  Math.max(lastBlock, ...highest(blocks, (block) => block.number)) + 1

export const nextArrowId = ({ arrows, lastArrow }: Project): number => Math.max(lastArrow, ...highest(arrows, (arrow) => arrow.id)) + 1

export const nextSheetId = ({ sheets }: Project): number => Math.max(0, ...sheets.map(({ id }) => id)) + 1

export const byNumber = (a: Block, b: Block): number => a.number - b.number
export const byId = (a: Arrow, b: Arrow): number => a.id - b.id

/** Lists are kept in order, so the last one has the highest number; a list from elsewhere may not be. */
const highest = <T>(list: readonly T[], numberOf: (item: T) => number): number[] =>
  list.length ? [list.reduce((most, item) => Math.max(most, numberOf(item)), 0)] : []
