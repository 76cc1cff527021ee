import { useEffect, useState } from 'react'

/** Seconds that are left to wait, and the same as a clock shows them. */
export function useCountdown(): { readonly seconds: number; readonly text: string; start(seconds: number): void } {
  const [seconds, setSeconds] = useState(0)
  useEffect(() => {
    if (seconds <= 0) return
    const timer = setTimeout(() => setSeconds(seconds - 1), 1000)
    return () => clearTimeout(timer)
  }, [seconds])
  return { seconds, text: clockText(seconds), start: (given) => setSeconds(Math.ceil(given)) }
}

export const clockText = (seconds: number): string => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
