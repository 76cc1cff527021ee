import { useEffect, useState } from 'react'
import { minutesOf } from './clock.ts'
import type { CalendarColumn } from './columns.ts'

interface NowLineProps {
  /** The branch's clock when the calendar was loaded. */
  readonly now: { readonly date: string; readonly time: string }
  readonly columns: readonly CalendarColumn[]
  readonly firstMinute: number
  readonly lastMinute: number
  readonly pixelsPerMinute: number
}

/** A line through the columns of today, which goes on with the clock. */
export function NowLine({ now, columns, firstMinute, lastMinute, pixelsPerMinute }: NowLineProps) {
  const minute = minutesOf(now.time) + useMinutesSince(`${now.date} ${now.time}`)
  const first = columns.findIndex(({ date }) => date === now.date)
  if (first === -1 || minute < firstMinute || minute > lastMinute) return null
  const last = columns.findLastIndex(({ date }) => date === now.date)
  return (
    <div aria-hidden className="pointer-events-none relative z-10" style={{ gridColumn: `${first + 1} / ${last + 2}`, gridRow: 1 }}>
      <div data-now className="absolute inset-x-0 border-t-2 border-danger" style={{ top: (minute - firstMinute) * pixelsPerMinute }}>
        <span className="absolute -top-1.25 -left-1 size-2 rounded-full bg-danger" />
      </div>
    </div>
  )
}

function useMinutesSince(moment: string): number {
  const [since, setSince] = useState({ moment, minutes: 0 })
  useEffect(() => {
    const begin = Date.now()
    const timer = setInterval(() => setSince({ moment, minutes: Math.floor((Date.now() - begin) / 60_000) }), 20_000)
    return () => clearInterval(timer)
  }, [moment])
  return since.moment === moment ? since.minutes : 0
}
