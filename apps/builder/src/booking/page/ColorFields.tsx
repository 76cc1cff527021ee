import type { BookingPage } from '@voronka/api'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Switch } from '../../ui/index.ts'

type Colors = NonNullable<BookingPage['colors']>

const usual: Colors = { background: '#ffffff', brand: '#2b5bd7', text: '#1b1f26', buttonText: '#ffffff' }
const names = ['background', 'brand', 'text', 'buttonText'] as const

interface ColorFieldsProps {
  readonly colors: Colors | null
  readonly disabled: boolean
  onChange(colors: Colors | null): void
}

/** Own colours of the page; without them it is light or dark as the visitor's device is. */
export function ColorFields({ colors, disabled, onChange }: ColorFieldsProps) {
  const { t } = useTranslation('booking')
  const id = useId()
  return (
    <div className="flex flex-col gap-2">
      <Switch
        label={t('page.ownColors')}
        hint={t('page.ownColorsHint')}
        checked={colors !== null}
        disabled={disabled}
        onChange={(own) => onChange(own ? usual : null)}
      />
      {colors && (
        <div className="grid grid-cols-2 gap-3 sm:grid-cols-4">
          {names.map((name) => (
            <div key={name} className="flex flex-col gap-1">
              <label htmlFor={`${id}-${name}`} className="text-xs text-muted">
                {t(`page.colors.${name}`)}
              </label>
              <input
                id={`${id}-${name}`}
                type="color"
                value={colors[name]}
                onChange={({ target }) => onChange({ ...colors, [name]: target.value })}
                className="h-8 w-full cursor-pointer rounded-md border border-line bg-field p-1"
              />
            </div>
          ))}
        </div>
      )}
    </div>
  )
}
