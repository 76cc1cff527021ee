import { control } from './controls.ts'
import { Field } from './Field.tsx'

interface ChoiceProps<Value extends string> {
  readonly label: string
  readonly labelHidden?: boolean
  readonly value: Value
  readonly options: readonly { readonly value: Value; readonly text: string }[]
  readonly onChange: (value: Value) => void
  readonly hint?: string
  readonly disabled?: boolean
}

/** One of a few: the list of the system itself, which every phone and every screen reader knows. */
export function Choice<Value extends string>({ label, labelHidden, value, options, onChange, hint, disabled }: ChoiceProps<Value>) {
  return (
    <Field label={label} labelHidden={labelHidden} hint={hint}>
      {({ id, describedBy }) => (
        <select
          id={id}
          className={control}
          value={value}
          disabled={disabled}
          aria-describedby={describedBy}
          onChange={({ target }) => {
            const chosen = options.find((option) => option.value === target.value)
            if (chosen) onChange(chosen.value)
          }}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.text}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
