import type { NamedValue } from '@voronka/flow'
import { Plus } from 'lucide-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, oneLine, TextArea, TextInput } from '../ui/index.ts'
import { nameFault, valueFault } from './named-values.ts'

interface AddValueProps {
  readonly label: string
  readonly taken: readonly NamedValue[]
  /** `#{}` in the value would stay as written. */
  readonly plain?: boolean
  onAdd(entry: NamedValue): void
}

/** A name and a value that are added together, when the name is one. */
export function AddValue({ label, taken, plain, onAdd }: AddValueProps) {
  const { t } = useTranslation('settings')
  const form = useRef<HTMLFormElement>(null)
  const [name, setName] = useState('')
  const [value, setValue] = useState('')
  const [tried, setTried] = useState(false)
  const fault = nameFault(name.trim(), taken)
  const wrongValue = plain ? valueFault(value) : undefined
  const add = () => {
    if (fault || wrongValue === 'long') return setTried(true)
    onAdd({ name: name.trim(), value })
    setName('')
    setValue('')
    setTried(false)
    form.current?.querySelector('input')?.focus()
  }
  return (
    <form
      ref={form}
      aria-label={label}
      className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-2 gap-y-1 sm:grid-cols-[minmax(0,2fr)_minmax(0,3fr)_auto]"
      onSubmit={(event) => {
        event.preventDefault()
        add()
      }}
    >
      <TextInput
        label={t('values.newName')}
        labelHidden
        placeholder={t('values.namePlaceholder')}
        className="font-mono"
        autoComplete="off"
        spellCheck={false}
        value={name}
        error={fault && (tried || (name !== '' && fault !== 'empty')) ? t(`values.nameFault.${fault}`, { name }) : undefined}
        onChange={setName}
      />
      <div className="order-last col-span-2 sm:order-none sm:col-span-1">
        <TextArea
          label={t('values.newValue')}
          labelHidden
          placeholder={t('values.valuePlaceholder')}
          rows={1}
          className={oneLine}
          autoComplete="off"
          spellCheck={false}
          value={value}
          error={wrongValue && t(`values.valueFault.${wrongValue}`)}
          onChange={setValue}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey) return
            event.preventDefault()
            add()
          }}
        />
      </div>
      <Button type="submit" className="w-8 px-0!" icon={<Plus size={16} aria-hidden />} aria-label={label} title={label} />
    </form>
  )
}
