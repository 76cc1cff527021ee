import { useTranslation } from 'react-i18next'
import { Switch } from '../ui/index.ts'
import { switchDesktop, useDesktop } from './desktop.ts'

/** Allows notifications outside the page. The browser is asked when this is switched on, never before. */
export function OnDesktop() {
  const { t } = useTranslation('notifications')
  const state = useDesktop((desktop) => desktop.state)
  if (state === 'unable') return null
  return (
    <div className="shrink-0 border-t border-line px-4 py-3">
      <Switch
        label={t('desktop')}
        hint={t(state === 'denied' ? 'desktopDenied' : 'desktopHint')}
        disabled={state === 'denied'}
        checked={state === 'on'}
        onChange={(on) => void switchDesktop(on)}
      />
    </div>
  )
}
