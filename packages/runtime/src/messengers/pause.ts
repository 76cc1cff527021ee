/** The longest pause between attempts to reach a messenger. */
export const longestPause = 60_000

/** On the clock of the machine, since it waits for somebody else's; ends early at `signal`. */
export function pause(ms: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve()
  return new Promise((resolve) => {
    const ended = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', ended)
      resolve()
    }
    const timer = setTimeout(ended, ms).unref()
    signal.addEventListener('abort', ended)
  })
}
