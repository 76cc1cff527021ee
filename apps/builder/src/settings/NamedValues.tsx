import type { NamedValue } from '@voronka/flow'
import { Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useEditor, useEditorActions } from '../editor/index.ts'
import { IconButton, oneLine, TextArea, TextInput } from '../ui/index.ts'
import { AddValue } from './AddValue.tsx'
import { mostConstants, nameFault, valueFault, withChanged, without } from './named-values.ts'
import { useEditWithUndo } from './use-edit-with-undo.ts'

export interface NamedValuesProps {
  readonly list: 'constants' | 'variables'
}

/** Constants, or the starting values of project variables: part of the document, saved and undone with it. */
export function NamedValues({ list }: NamedValuesProps) {
  const { t } = useTranslation('settings')
  const values = useEditor(({ project }) => project.settings[list])
  const { patchSettings } = useEditorActions()
  const full = list === 'constants' && values.length >= mostConstants
  return (
    <div className="flex flex-col gap-2">
      {values.length > 0 && (
        <ul aria-label={t(`${list}.title`)} className="flex flex-col gap-2">
          {values.map((entry, index) => (
            // The place is all that tells two entries of one name apart.
            <NamedValueRow key={index} list={list} values={values} index={index} entry={entry} />
          ))}
        </ul>
      )}
      {full ? (
        <p className="text-xs text-muted">{t('values.full', { count: mostConstants })}</p>
      ) : (
        <AddValue
          label={t(`${list}.add`)}
          taken={values}
          plain={list === 'constants'}
          onAdd={(entry) => patchSettings({ [list]: [...values, entry] }, { label: t('values.added', { name: entry.name }) })}
        />
      )}
    </div>
  )
}

interface RowProps extends NamedValuesProps {
  readonly values: readonly NamedValue[]
  readonly index: number
  readonly entry: NamedValue
}

function NamedValueRow({ list, values, index, entry: { name, value } }: RowProps) {
  const { t } = useTranslation('settings')
  const { patchSettings } = useEditorActions()
  const editWithUndo = useEditWithUndo()
  const wrongName = nameFault(name, without(values, index))
  const wrongValue = list === 'constants' ? valueFault(value) : undefined
  const change = (fields: Partial<NamedValue>) => patchSettings({ [list]: withChanged(values, index, fields) }, { merge: true })
  const remove = () =>
    editWithUndo([{ type: 'patch-settings', fields: { [list]: without(values, index) } }], {
      label: t('values.delete', { name }),
      said: t('values.deleted', { name }),
    })
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-2 gap-y-1 sm:grid-cols-[minmax(0,2fr)_minmax(0,3fr)_auto]">
      <TextInput
        label={t('values.name', { number: index + 1 })}
        labelHidden
        className="font-mono"
        autoComplete="off"
        spellCheck={false}
        value={name}
        error={wrongName && t(`values.nameFault.${wrongName}`, { name })}
        onChange={(written) => change({ name: written.trim() })}
      />
      <div className="order-last col-span-2 sm:order-none sm:col-span-1">
        <TextArea
          label={t('values.value', { name })}
          labelHidden
          rows={1}
          className={oneLine}
          autoComplete="off"
          spellCheck={false}
          value={value}
          error={wrongValue && t(`values.valueFault.${wrongValue}`)}
          onChange={(written) => change({ value: written })}
        />
      </div>
      <IconButton label={t('values.delete', { name })} icon={<Trash2 size={16} />} onClick={remove} />
    </li>
  )
}
