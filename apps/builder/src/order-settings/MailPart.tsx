import { changeMailSettings, sendTestMail } from '@voronka/api'
import type { MailSettings } from '@voronka/api'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Send } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError } from '../app/api-error.ts'
import { call } from '../app/call.ts'
import { useProject } from '../app/project-context.tsx'
import { NotLoaded } from '../settings/NotLoaded.tsx'
import { SettingsCard } from '../settings/SettingsCard.tsx'
import { Button, Segments, Skeleton, TextInput, toast } from '../ui/index.ts'
import { mailSettingsQuery } from './order-settings.queries.ts'

/** The mail server that the project sends through. */
export default function MailPart() {
  const { id: projectId } = useProject()
  const { data, error, refetch } = useQuery(mailSettingsQuery(projectId))
  return (
    <SettingsCard name="mail" needs={['settings']}>
      {error && !data ? (
        <NotLoaded onRetry={() => void refetch()} />
      ) : data ? (
        <MailForm key={JSON.stringify(data)} stored={data} />
      ) : (
        <Skeleton className="h-40" />
      )}
    </SettingsCard>
  )
}

/** Usual ports of each way, offered when the way is changed. */
const usualPorts = { tls: 465, starttls: 587, none: 25 } as const

function MailForm({ stored }: { readonly stored: MailSettings & { readonly hasPassword: boolean } }) {
  const { t } = useTranslation('order-settings')
  const { id: projectId } = useProject()
  const queries = useQueryClient()
  const { hasPassword, ...settings } = stored
  const [fields, setFields] = useState<MailSettings>(settings)
  const [password, setPassword] = useState<string>()
  const [port, setPort] = useState(String(settings.port))
  const set = (changed: Partial<MailSettings>) => setFields((former) => ({ ...former, ...changed }))
  const portNumber = /^\d{1,5}$/.test(port) && Number(port) >= 1 && Number(port) <= 65_535 ? Number(port) : undefined
  const { queryKey } = mailSettingsQuery(projectId)
  const save = useMutation({
    mutationFn: () =>
      call(changeMailSettings, { projectId, ...fields, port: portNumber ?? settings.port, ...(password !== undefined && { password }) }),
    onSuccess: (answer) => {
      queries.setQueryData(queryKey, answer)
      toast(t('mailSaved'))
    },
    onError: (error) => toast.error(error instanceof ApiError && error.status === 400 ? error.message : t('failed')),
  })
  const changed = password !== undefined || portNumber !== settings.port || JSON.stringify(fields) !== JSON.stringify(settings)
  return (
    <div className="flex flex-col gap-5">
      <form
        className="flex max-w-140 flex-col gap-3"
        autoComplete="off"
        onSubmit={(event) => {
          event.preventDefault()
          if (portNumber !== undefined) save.mutate()
        }}
      >
        <div className="grid grid-cols-[minmax(0,1fr)_96px] gap-3">
          <TextInput
            label={t('host')}
            hint={t('hostHint')}
            spellCheck={false}
            placeholder="smtp.example.com"
            maxLength={253}
            value={fields.host}
            onChange={(host) => set({ host })}
          />
          <TextInput
            inputMode="numeric"
            label={t('port')}
            value={port}
            error={portNumber === undefined ? t('badPort') : undefined}
            onChange={setPort}
          />
        </div>
        <Segments
          label={t('security')}
          value={fields.security}
          options={[
            { value: 'tls', text: 'TLS' },
            { value: 'starttls', text: 'STARTTLS' },
            { value: 'none', text: t('noSecurity') },
          ]}
          hint={fields.security === 'none' ? t('noSecurityHint') : undefined}
          onChange={(security) => {
            if (port === String(usualPorts[fields.security])) setPort(String(usualPorts[security]))
            set({ security })
          }}
        />
        <div className="grid grid-cols-1 gap-3 sm:grid-cols-2">
          <TextInput
            label={t('user')}
            autoComplete="off"
            spellCheck={false}
            maxLength={254}
            value={fields.user}
            onChange={(user) => set({ user })}
          />
          <TextInput
            type="password"
            label={t('password')}
            autoComplete="new-password"
            placeholder={hasPassword ? t('passwordKept') : ''}
            hint={hasPassword ? t('passwordHint') : undefined}
            maxLength={1000}
            value={password ?? ''}
            onChange={setPassword}
          />
        </div>
        <TextInput
          label={t('from')}
          placeholder="Shop <shop@example.com>"
          maxLength={300}
          value={fields.from}
          onChange={(from) => set({ from })}
        />
        <Button type="submit" look="primary" className="self-start" disabled={!changed || portNumber === undefined} busy={save.isPending}>
          {t('saveMail')}
        </Button>
      </form>
      <TestMail ready={settings.host !== '' && !changed} />
    </div>
  )
}

function TestMail({ ready }: { readonly ready: boolean }) {
  const { t } = useTranslation('order-settings')
  const { id: projectId } = useProject()
  const [to, setTo] = useState('')
  const test = useMutation({
    mutationFn: () => call(sendTestMail, { projectId, to: to.trim() }),
    onSuccess: () => toast.success(t('testSent', { to: to.trim() })),
  })
  const said = test.error instanceof ApiError ? test.error.message : test.error ? t('failed') : undefined
  return (
    <form
      className="flex max-w-140 flex-col gap-1"
      onSubmit={(event) => {
        event.preventDefault()
        if (ready && to.trim()) test.mutate()
      }}
    >
      <div className="flex items-end gap-2">
        <div className="min-w-0 flex-1">
          <TextInput type="email" label={t('testTo')} placeholder="me@example.com" maxLength={254} value={to} onChange={setTo} />
        </div>
        <Button type="submit" icon={<Send size={14} aria-hidden />} disabled={!ready || !to.trim()} busy={test.isPending}>
          {t('sendTest')}
        </Button>
      </div>
      {!ready && <p className="text-xs text-faint">{t('testNotReady')}</p>}
      {said && (
        <p role="alert" className="text-sm wrap-anywhere text-danger">
          {said}
        </p>
      )}
    </form>
  )
}
