import { blockTitle } from '@voronka/flow'
import { allFunctions } from '@voronka/functions'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/language.ts'
import { CalculatorEditor, knownNames } from '../calculator-editor/index.ts'
import { useEditor, useEditorActions } from '../editor/index.ts'

/** What the project itself says where no block does (builder-and-runtime, section 9). */
export function Replies() {
  const { t } = useTranslation('settings')
  const language = useLanguage()
  const { patchSettings } = useEditorActions()
  const { blocks, arrows, settings } = useEditor(({ project }) => project)
  const { constants, variables: starting } = settings
  // The editor compares these lists by identity; typing in its own field changes none of them.
  const known = useMemo(
    () => knownNames({ blocks, arrows, settings: { ...settings, constants, variables: starting } }),
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- only these two of the settings are looked at.
    [blocks, arrows, constants, starting],
  )
  const titles = useMemo(
    () => blocks.filter(({ type }) => type !== 'comment').map((block) => ({ number: block.number, title: blockTitle(block, language) })),
    [blocks, language],
  )
  return (
    <div className="flex flex-col gap-4">
      {(['firstMessage', 'unknownAnswer'] as const).map((field) => (
        <div key={field} className="flex min-w-0 flex-col gap-1">
          <span className="text-xs text-muted">{t(`replies.${field}`)}</span>
          <CalculatorEditor
            mode="template"
            label={t(`replies.${field}`)}
            placeholder={t('replies.placeholder')}
            value={settings[field]}
            onChange={(written) => patchSettings({ [field]: written }, { merge: true })}
            language={language}
            variables={known}
            functions={allFunctions}
            blocks={titles}
          />
          <p className="text-xs text-faint">{t(`replies.${field}Hint`)}</p>
        </div>
      ))}
    </div>
  )
}
