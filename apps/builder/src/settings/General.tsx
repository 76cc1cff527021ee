import { useTranslation } from 'react-i18next'
import { languageNames, languages } from '../app/language.ts'
import { useEditor, useEditorActions } from '../editor/index.ts'
import { Select, TextInput } from '../ui/index.ts'
import { LimitField } from './LimitField.tsx'
import { TimeZoneField } from './TimeZoneField.tsx'

export function General() {
  const { t } = useTranslation('settings')
  const { name, timezone, language, pendingLimit } = useEditor(({ project }) => project.settings)
  const { patchSettings } = useEditorActions()
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <div className="sm:col-span-2">
        <TextInput
          label={t('general.name')}
          placeholder={t('general.namePlaceholder')}
          autoComplete="off"
          maxLength={255}
          value={name}
          onChange={(written) => patchSettings({ name: written }, { merge: true })}
        />
      </div>
      <TimeZoneField value={timezone} onChange={(zone) => patchSettings({ timezone: zone })} />
      <Select
        label={t('general.language')}
        hint={t('general.languageHint')}
        value={language}
        options={languages.map((value) => ({ value, label: languageNames[value] }))}
        onChange={(chosen) => patchSettings({ language: chosen })}
      />
      <LimitField value={pendingLimit} onChange={(limit) => patchSettings({ pendingLimit: limit }, { merge: true })} />
    </div>
  )
}
