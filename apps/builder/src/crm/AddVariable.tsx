import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, TextInput } from '../ui/index.ts'

interface AddVariableProps {
  /** Names that are there already cannot be added once more. */
  readonly taken?: (name: string) => boolean
  onAdd(name: string, value: string): void
}

/** The line under a list of variables that adds one to them. */
export function AddVariable({ taken, onAdd }: AddVariableProps) {
  const { t } = useTranslation('crm')
  const [name, setName] = useState('')
  const [value, setValue] = useState('')
  const isTaken = taken?.(name.trim()) ?? false
  const ready = name.trim() !== '' && value !== '' && !isTaken
  return (
    <form
      className="grid grid-cols-[minmax(0,2fr)_minmax(0,3fr)_auto] items-start gap-1"
      onSubmit={(event) => {
        event.preventDefault()
        if (!ready) return
        onAdd(name.trim(), value)
        setName('')
        setValue('')
      }}
    >
      <TextInput
        label={t('variable.name')}
        labelHidden
        placeholder={t('variable.name')}
        spellCheck={false}
        maxLength={500}
        value={name}
        error={isTaken ? t('variable.taken') : undefined}
        onChange={setName}
      />
      <TextInput label={t('variable.value')} labelHidden placeholder={t('variable.value')} value={value} onChange={setValue} />
      <Button type="submit" aria-label={t('variable.add')} className="px-2" icon={<Plus size={16} aria-hidden />} disabled={!ready} />
    </form>
  )
}
