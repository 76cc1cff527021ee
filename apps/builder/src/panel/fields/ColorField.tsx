import { buttonColor, buttonColors, type ButtonColorName } from '@voronka/api/formatted-text'
import { Check } from 'lucide-react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'

interface ColorFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
}

/** The four colours that messengers name, none, or one's own. Each carries its name: colour is never the only sign. */
export function ColorField({ label, value, onChange }: ColorFieldProps) {
  const { t } = useTranslation('panel')
  const name = useId()
  const own = /^#[0-9a-f]{6}$/i.test(value)
  const choices: readonly (readonly ['' | ButtonColorName, string | undefined])[] = [['', undefined], ...buttonColors]
  return (
    <fieldset className="flex min-w-0 flex-col gap-1">
      <legend className="mb-1 text-xs font-medium text-muted">{label}</legend>
      <div className="flex flex-wrap items-center gap-1.5">
        {choices.map(([key, color]) => (
          <label key={key} title={t(`buttons.colors.${key || 'none'}`)} className="relative size-7 cursor-pointer">
            <input type="radio" name={name} className="peer sr-only" checked={value === key} onChange={() => onChange(key)} />
            <span className="sr-only">{t(`buttons.colors.${key || 'none'}`)}</span>
            <Swatch color={color} />
          </label>
        ))}
        <label
          title={t('buttons.colors.own')}
          className="relative flex h-7 cursor-pointer items-center gap-1.5 rounded-md border border-line px-2 text-xs text-muted has-focus-visible:outline-2 has-focus-visible:outline-accent"
        >
          <input
            type="color"
            className="size-4 cursor-pointer border-0 bg-transparent p-0"
            aria-label={`${label}: ${t('buttons.colors.own')}`}
            value={own ? value : '#2a6bdb'}
            onChange={({ target }) => onChange(target.value)}
          />
          {own ? value : t('buttons.colors.own')}
        </label>
      </div>
      <p className="text-xs leading-4 text-faint">{t('buttons.colorHint')}</p>
    </fieldset>
  )
}

function Swatch({ color }: { readonly color: string | undefined }) {
  const shown = buttonColor(color)
  return (
    <span
      aria-hidden
      className="flex size-7 items-center justify-center rounded-md border border-line text-muted peer-focus-visible:outline-2 peer-focus-visible:outline-accent [&>svg]:opacity-0 peer-checked:[&>svg]:opacity-100"
      style={shown && { backgroundColor: shown.background, color: shown.text }}
    >
      <Check className="size-4" />
    </span>
  )
}
