import { useTranslation } from 'react-i18next'
import { useEditor, useEditorActions } from '../editor/index.ts'
import { Switch } from '../ui/index.ts'

/** What becomes of a message over which the server died (reliability-promises, P1.4). */
export function Sending() {
  const { t } = useTranslation('settings')
  const sendOnce = useEditor(({ project }) => project.settings.sendOnce)
  const { patchSettings } = useEditorActions()
  return (
    <Switch label={t('sending.once')} hint={t('sending.onceHint')} checked={sendOnce} onChange={(on) => patchSettings({ sendOnce: on })} />
  )
}
