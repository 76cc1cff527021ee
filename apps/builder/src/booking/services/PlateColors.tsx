import clsx from 'clsx'
import { useTranslation } from 'react-i18next'

/** Dark enough for white letters on them. */
const colors = ['#2f6fed', '#0b7285', '#1c7340', '#5c7a12', '#8a5800', '#c2410c', '#c0392b', '#b03a7e', '#7048c6', '#4d5561']

interface PlateColorsProps {
  readonly label: string
  readonly value: string
  onChange(color: string): void
}

/** The colour of a service's plates in the calendar. */
export function PlateColors({ label, value, onChange }: PlateColorsProps) {
  const { t } = useTranslation('booking')
  // A colour that came from elsewhere (a project file, the API) can be kept.
  const offered = ['', ...colors, ...(value && !colors.includes(value) ? [value] : [])]
  return (
    <div className="flex flex-col gap-1">
      <span className="text-xs text-muted">{label}</span>
      <div role="radiogroup" aria-label={label} className="flex flex-wrap gap-1.5 py-1">
        {offered.map((color, index) => (
          <button
            key={color}
            type="button"
            role="radio"
            aria-checked={color === value}
            aria-label={color ? t('service.colorNumber', { number: index }) : t('service.usualColor')}
            onClick={() => onChange(color)}
            style={color ? { backgroundColor: color } : undefined}
            className={clsx(
              'size-6 rounded-full outline-offset-2 aria-checked:outline-2 aria-checked:outline-accent',
              !color && 'border-2 border-dashed border-strong',
            )}
          />
        ))}
      </div>
    </div>
  )
}
