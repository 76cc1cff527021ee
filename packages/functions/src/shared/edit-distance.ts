/**
 * Fewest insertions, deletions and replacements of one element that turn `a` into `b`. Bit-parallel (Myers 1999, in Hyyrö's form for
 * blocks): about |a| * |b| / 32 steps, so callers bound the lengths.
 */
export function editDistance(a: readonly number[], b: readonly number[]): number {
  if (a.length === 0 || b.length === 0) return Math.max(a.length, b.length)
  const blocks = Math.ceil(a.length / wordBits)
  const columns = columnMasks(a, blocks)
  const nothing = new Int32Array(blocks)
  const rises = new Int32Array(blocks).fill(-1)
  const falls = new Int32Array(blocks)
  const last = 1 << ((a.length - 1) % wordBits)
  let distance = a.length
  for (const element of b) {
    const { rise, fall } = advance(columns.get(element) ?? nothing, rises, falls, last)
    distance += rise - fall
  }
  return distance
}

const wordBits = 32

/** For each element the positions of `a` at which it stands, one bit a position. */
function columnMasks(a: readonly number[], blocks: number): Map<number, Int32Array> {
  const masks = new Map<number, Int32Array>()
  for (const [at, element] of a.entries()) {
    const mask = masks.get(element) ?? new Int32Array(blocks)
    const block = Math.floor(at / wordBits)
    mask[block] = (mask[block] ?? 0) | (1 << (at % wordBits))
    masks.set(element, mask)
  }
  return masks
}

/**
 * One column of the table: `rises` and `falls` hold the vertical differences of +1 and -1, updated in place; the horizontal difference is
 * carried from block to block, and that of the last row is the answer.
 */
function advance(mask: Int32Array, rises: Int32Array, falls: Int32Array, last: number): { rise: number; fall: number } {
  let rise = 1
  let fall = 0
  let lastRise = 0
  let lastFall = 0
  for (let block = 0; block < mask.length; block++) {
    const rising = rises[block] ?? 0
    const falling = falls[block] ?? 0
    const matching = (mask[block] ?? 0) | fall
    const vertical = (mask[block] ?? 0) | falling
    const diagonal = ((((matching & rising) + rising) | 0) ^ rising) | matching
    const up = falling | ~(diagonal | rising)
    const down = rising & diagonal
    lastRise = up & last ? 1 : 0
    lastFall = down & last ? 1 : 0
    const shiftedUp = (up << 1) | rise
    const shiftedDown = (down << 1) | fall
    rise = up >>> (wordBits - 1)
    fall = down >>> (wordBits - 1)
    rises[block] = shiftedDown | ~(vertical | shiftedUp)
    falls[block] = shiftedUp & vertical
  }
  return { rise: lastRise, fall: lastFall }
}
