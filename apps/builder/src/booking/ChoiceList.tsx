import { useTranslation } from 'react-i18next'
import { Button } from '../ui/index.ts'

interface ChoiceListProps {
  readonly label: string
  readonly options: readonly { readonly id: number; readonly text: string; readonly detail?: string }[]
  readonly chosen: readonly number[]
  onChange(chosen: number[]): void
}

/** Any number of things, each with its box. */
export function ChoiceList({ label, options, chosen, onChange }: ChoiceListProps) {
  const { t } = useTranslation('booking')
  const all = options.every(({ id }) => chosen.includes(id))
  return (
    <fieldset className="min-w-0">
      <legend className="sr-only">{label}</legend>
      <div className="mb-1 flex items-center gap-2">
        <span aria-hidden className="min-w-0 flex-1 text-xs text-muted">
          {label}
        </span>
        <Button small look="quiet" onClick={() => onChange(all ? [] : options.map(({ id }) => id))}>
          {t(all ? 'choose.none' : 'choose.all')}
        </Button>
      </div>
      <ul className="grid max-h-52 grid-cols-1 overflow-y-auto rounded-md border border-line p-1 sm:grid-cols-2">
        {options.map(({ id, text, detail }) => (
          <li key={id}>
            <label className="flex items-center gap-2 rounded-sm px-2 py-1.5 text-sm hover:bg-hover">
              <input
                type="checkbox"
                checked={chosen.includes(id)}
                onChange={({ target }) => onChange(target.checked ? [...chosen, id] : chosen.filter((each) => each !== id))}
                className="size-4 accent-accent"
              />
              <span className="min-w-0 flex-1 truncate">{text}</span>
              {detail && <span className="shrink-0 text-xs text-faint">{detail}</span>}
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  )
}
