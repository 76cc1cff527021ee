import { memo } from 'react'
import { timeOf } from './clock.ts'
import { gutterPx } from './Grid.tsx'

interface HourLabelsProps {
  readonly first: number
  readonly last: number
  readonly zoom: number
  readonly rowPx: number
}

/** The times at the left: hours in full, what is between them faintly. */
export const HourLabels = memo(function HourLabels({ first, last, zoom, rowPx }: HourLabelsProps) {
  const rows = Array.from({ length: ((last - first) * 60) / zoom }, (_, index) => first * 60 + index * zoom)
  return (
    <div aria-hidden className="sticky left-0 z-10 shrink-0 bg-surface" style={{ width: gutterPx }}>
      {rows.map((minute, index) => (
        <div key={minute} style={{ height: rowPx }} className="pr-2 text-right text-2xs leading-none">
          <span className={minute % 60 ? 'text-faint' : 'font-medium text-muted'}>
            {index > 0 && (minute % 60 ? `:${timeOf(minute).slice(3)}` : timeOf(minute))}
          </span>
        </div>
      ))}
    </div>
  )
})
