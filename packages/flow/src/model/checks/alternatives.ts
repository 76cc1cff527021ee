import type { Arrow, Block } from '../flow.ts'

/** The alternatives of a condition as far as they can be told without running it (builder-and-runtime, 7.1): split at `;`, trimmed, lower case. */
export const alternativesOf = ({ condition }: Pick<Block | Arrow, 'condition'>): string[] =>
  condition
    .split(';')
    .map((part) => part.trim().toLowerCase())
    .filter(Boolean)
