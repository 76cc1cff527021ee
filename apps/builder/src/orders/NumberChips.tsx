import { Button } from '../ui/index.ts'
import { numbersOf } from './filter.ts'

interface NumberChipsProps {
  readonly legend: string
  readonly options: readonly { readonly number: number; readonly name: string; readonly icon?: React.ReactNode }[]
  /** Numbers with commas between, as the address has them. */
  readonly value: string | undefined
  onChange(value: string | undefined): void
}

/** Any of these: each is switched on and off by itself; none is no condition. */
export function NumberChips({ legend, options, value = '', onChange }: NumberChipsProps) {
  const chosen = numbersOf(value)
  return (
    <fieldset className="flex min-w-0 flex-wrap gap-1.5">
      <legend className="mb-1 text-xs text-muted">{legend}</legend>
      {options.map(({ number, name, icon }) => {
        const on = chosen.includes(number)
        return (
          <Button
            key={number}
            small
            look={on ? 'primary' : 'secondary'}
            icon={icon}
            aria-pressed={on}
            className="max-w-full"
            onClick={() => onChange((on ? chosen.filter((each) => each !== number) : [...chosen, number]).join(',') || undefined)}
          >
            <span className="truncate">{name}</span>
          </Button>
        )
      })}
    </fieldset>
  )
}
