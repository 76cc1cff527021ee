import { Plus, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button, IconButton } from '../../ui/index.ts'
import { TextField } from './TextField.tsx'

export type Pair = readonly [first: string, second: string]

interface PairRowsProps {
  readonly title: string
  readonly hint?: string
  readonly add: string
  /** How the two are called: they stand in empty fields and are read out. */
  readonly names: Pair
  readonly rows: readonly Pair[]
  readonly onChange: (rows: Pair[]) => void
}

/** A list of two texts each: names and values, paths and variables. */
export function PairRows({ title, hint, add, names, rows, onChange }: PairRowsProps) {
  const { t } = useTranslation('panel')
  const put = (index: number, row: Pair) => onChange(rows.map((each, at) => (at === index ? row : each)))
  return (
    <fieldset className="flex min-w-0 flex-col gap-1.5">
      <legend className="mb-1 text-xs font-medium text-muted">{title}</legend>
      {rows.map(([first, second], index) => (
        // The list is edited in place and has no ids of its own.
        <div key={index} className="grid grid-cols-[minmax(0,1fr)_minmax(0,1fr)_auto] items-center gap-1">
          <TextField
            label={`${names[0]} ${index + 1}`}
            labelHidden
            placeholder={names[0]}
            value={first}
            onChange={(text) => put(index, [text, second])}
          />
          <TextField
            label={`${names[1]} ${index + 1}`}
            labelHidden
            placeholder={names[1]}
            value={second}
            onChange={(text) => put(index, [first, text])}
          />
          <IconButton
            label={t('request.removeRow', { name: first || String(index + 1) })}
            icon={<X size={16} />}
            onClick={() => onChange(rows.filter((_, at) => at !== index))}
          />
        </div>
      ))}
      <div>
        <Button look="quiet" small icon={<Plus size={16} />} onClick={() => onChange([...rows, ['', '']])}>
          {add}
        </Button>
      </div>
      {hint && <p className="text-xs leading-4 text-faint">{hint}</p>}
    </fieldset>
  )
}
