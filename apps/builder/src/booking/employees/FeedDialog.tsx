import { removeFeed, renewFeed } from '@voronka/api'
import type { Employee } from '@voronka/api'
import { CalendarSync } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { call } from '../../app/call.ts'
import { useProject } from '../../app/project-context.tsx'
import { Button, CopyField, Dialog } from '../../ui/index.ts'
import { useSetupChange } from '../use-setup-change.ts'

/** The secret address under which an employee's calendar can be read by calendar programs. */
export function FeedDialog({ employee, onClose }: { readonly employee: Employee; onClose(): void }) {
  const { t } = useTranslation('booking')
  const { t: say } = useTranslation('app')
  const { id: projectId } = useProject()
  const change = useSetupChange()
  const of = { projectId, employee: employee.id }
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('feed.title', { name: employee.name })}
      about={t('feed.about')}
      actions={
        <>
          {employee.feed !== null && (
            <Button look="risky" busy={change.isPending} onClick={() => change.mutate(() => call(removeFeed, of))}>
              {t('feed.remove')}
            </Button>
          )}
          <Button
            icon={<CalendarSync size={14} aria-hidden />}
            busy={change.isPending}
            onClick={() => change.mutate(() => call(renewFeed, of))}
          >
            {t(employee.feed === null ? 'feed.make' : 'feed.renew')}
          </Button>
          <Button look="primary" onClick={onClose}>
            {say('ui.close')}
          </Button>
        </>
      }
    >
      <div className="pb-2">
        {employee.feed === null ? (
          <p className="text-sm text-faint">{t('feed.none')}</p>
        ) : (
          <CopyField label={t('feed.address')} value={new URL(employee.feed, window.location.origin).href} />
        )}
      </div>
    </Dialog>
  )
}
