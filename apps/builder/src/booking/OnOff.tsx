import { Switch } from 'radix-ui'

interface OnOffProps {
  readonly label: string
  readonly checked: boolean
  onChange(checked: boolean): void
}

/** A switch in a row, whose name stands in the row already. */
export const OnOff = ({ label, checked, onChange }: OnOffProps) => (
  <Switch.Root
    aria-label={label}
    checked={checked}
    onCheckedChange={onChange}
    className="h-4 w-7 shrink-0 rounded-full bg-strong p-0.5 transition-colors data-[state=checked]:bg-accent"
  >
    <Switch.Thumb className="block size-3 rounded-full bg-surface transition-transform data-[state=checked]:translate-x-3" />
  </Switch.Root>
)
