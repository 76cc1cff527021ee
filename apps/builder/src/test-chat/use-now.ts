import { useEffect, useState } from 'react'

/** The present moment in milliseconds, each second anew while the page is looked at. */
export function useNow(): number {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => document.hidden || setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [])
  return now
}
