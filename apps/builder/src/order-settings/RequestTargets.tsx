import type { RequestTarget } from '@voronka/api'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { X } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProject } from '../app/project-context.tsx'
import { NotLoaded } from '../settings/NotLoaded.tsx'
import { Button, IconButton, Skeleton, Switch, TextInput } from '../ui/index.ts'
import { mailSettingsQuery, orderSettingsQuery, useChangeOrderSettings } from './order-settings.queries.ts'

const most = 20

/** Where a "Close deal" block sends the request that it forms (builder-and-runtime, section 3). */
export function RequestTargets() {
  const { t } = useTranslation('order-settings')
  const { id: projectId } = useProject()
  const { data: settings, error, refetch } = useQuery(orderSettingsQuery(projectId))
  const { data: mail } = useQuery(mailSettingsQuery(projectId))
  const change = useChangeOrderSettings()
  const [address, setAddress] = useState('')
  if (error && !settings) return <NotLoaded onRetry={() => void refetch()} />
  if (!settings) return <Skeleton className="h-24" />
  const { requests } = settings
  const set = (fields: Partial<RequestTarget>) => change.mutate({ requests: { ...requests, ...fields } })
  const written = address.trim()
  const bad = written !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(written)
  const add = () => {
    if (!written || bad || requests.emails.includes(written)) return
    set({ emails: [...requests.emails, written] })
    setAddress('')
  }
  return (
    <div className="flex flex-col gap-4">
      <Switch label={t('notify')} hint={t('notifyHint')} checked={requests.notify} onChange={(notify) => set({ notify })} />
      <div className="flex flex-col gap-2">
        <p className="text-sm font-medium">{t('emails')}</p>
        {requests.emails.length > 0 && mail?.host === '' && (
          <p className="text-sm text-warning">
            {t('noMail')}{' '}
            <Link to="/p/$projectId/settings/$part" params={{ projectId, part: 'mail' }} className="text-accent hover:underline">
              {t('toMail')}
            </Link>
          </p>
        )}
        <ul className="flex flex-wrap gap-2 empty:hidden">
          {requests.emails.map((email) => (
            <li key={email} className="flex items-center gap-1 rounded-md bg-sunken py-0.5 pr-0.5 pl-2 text-sm">
              <bdi className="truncate">{email}</bdi>
              <IconButton
                small
                label={t('removeEmail', { email })}
                icon={<X size={14} />}
                onClick={() => set({ emails: requests.emails.filter((each) => each !== email) })}
              />
            </li>
          ))}
        </ul>
        {requests.emails.length < most && (
          <form
            className="flex max-w-100 items-start gap-2"
            onSubmit={(event) => {
              event.preventDefault()
              add()
            }}
          >
            <div className="min-w-0 flex-1">
              <TextInput
                type="email"
                label={t('addEmail')}
                labelHidden
                placeholder="sales@example.com"
                value={address}
                maxLength={254}
                error={bad ? t('badEmail') : undefined}
                onChange={setAddress}
              />
            </div>
            <Button type="submit" disabled={!written || bad}>
              {t('add')}
            </Button>
          </form>
        )}
      </div>
    </div>
  )
}
