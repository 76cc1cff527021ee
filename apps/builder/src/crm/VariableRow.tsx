import { Trash2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton, oneLine, TextArea, useKept } from '../ui/index.ts'

interface VariableRowProps {
  readonly name: string
  readonly value: string
  readonly editable: boolean
  /** What can be done with the value. */
  readonly children?: ReactNode
  /** `from`: the value when the writing began. */
  onSet(value: string, from: string): void
  onDelete(): void
}

/** A variable with the field for its value, which grows with it. What is emptied stays as it was: there is a button to delete it. */
export function VariableRow({ name, value, editable, children, onSet, onDelete }: VariableRowProps) {
  const { t } = useTranslation('crm')
  const { field } = useKept(value, (text, from) => text !== '' && onSet(text, from))
  return (
    <div className="grid grid-cols-[minmax(0,2fr)_minmax(0,3fr)_auto] items-start gap-1">
      <span className="py-1.5 font-mono text-xs wrap-anywhere">{name}</span>
      <TextArea
        label={t('variable.valueOf', { name })}
        labelHidden
        rows={1}
        className={oneLine}
        disabled={!editable}
        spellCheck={false}
        {...field}
      />
      <div className="flex">
        {children}
        {editable && <IconButton label={t('variable.delete', { name })} icon={<Trash2 size={14} />} onClick={onDelete} />}
      </div>
    </div>
  )
}
