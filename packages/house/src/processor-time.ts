/**
 * How many milliseconds of the processor some work took, of the least of so many attempts. What else the machine does meanwhile does not count, so a test may hold
 * it against a bound; the clock on the wall would fail on a busy machine.
 */
export function processorTime(work: () => unknown, attempts = 1): number {
  let least = Infinity
  for (let attempt = 0; attempt < attempts; attempt++) {
    const before = process.cpuUsage()
    work()
    least = Math.min(least, spentSince(before))
  }
  return least
}

/** The same of work that is waited for, in this process. */
export async function processorTimeOf(work: () => Promise<unknown>, attempts = 1): Promise<number> {
  let least = Infinity
  for (let attempt = 0; attempt < attempts; attempt++) {
    const before = process.cpuUsage()
    await work()
    least = Math.min(least, spentSince(before))
  }
  return least
}

function spentSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}
