/**
 * Milliseconds that this process had of the processor: the clock by which the running time of scripts is limited (reliability-promises, P6.3). The time on
 * the wall would also count how long a busy machine let the process wait, and would cut short scripts of three lines.
 *
 * Asking for the time of the processor takes long beside a step of a script, so that is done once in a while; between, the wall is as good.
 */
export function processorClock(wall: () => number = () => performance.now(), processor: () => number = processorMs): () => number {
  let counted = 0
  let wallThen = wall()
  let processorThen = processor()
  return () => {
    const passed = wall() - wallThen
    if (passed < glanceMs) return counted + passed
    const spent = processor() - processorThen
    // Other threads of this process have processors of their own.
    counted += Math.min(passed, spent)
    wallThen += passed
    processorThen += spent
    return counted
  }
}

/** For all scripts of this process. */
export const processorTime = processorClock()

/** So much may be counted too much at the most. */
const glanceMs = 10

function processorMs(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
