const [second, minute, hour] = [1000, 60_000, 3_600_000]

/** Waiting times between attempts; together they stay within 72 hours (reliability-promises, P5.3). After the last one it is given up. */
export const pauses: readonly number[] = [
  5 * second,
  30 * second,
  2 * minute,
  10 * minute,
  30 * minute,
  hour,
  3 * hour,
  6 * hour,
  12 * hour,
  20 * hour,
  24 * hour,
]

/** Longest that a server is left alone at its own wish. */
export const longestPause = 24 * hour

/** What is still not accepted after so long is given up, whatever its server says. */
export const longestWait = 72 * hour

/** Up to a fifth more or less, so that what failed together does not come back together. `random`: 0 <= x < 1. */
export const withJitter = (pause: number, random: number): number => Math.round(pause * (0.8 + 0.4 * random))

/** How long a queue rests whose server keeps failing: it is not asked once for everybody who waits. */
export const restAfter = (failures: number): number => (failures < 3 ? 0 : Math.min(minute, second * 2 ** (failures - 3)))
