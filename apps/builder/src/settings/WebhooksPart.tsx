import { changeWebhook, createWebhook, listWebhooks, mostWebhooks, removeWebhook, renewWebhookSecret, type Webhook } from '@voronka/api'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { KeyRound, Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ConfirmDialog } from '../account/ConfirmDialog.tsx'
import { call } from '../app/call.ts'
import { useProject } from '../app/project-context.tsx'
import { Button, CopyField, Skeleton, Switch, TextInput, toast } from '../ui/index.ts'
import { Deliveries } from './Deliveries.tsx'
import { NotLoaded } from './NotLoaded.tsx'
import { SettingsCard } from './SettingsCard.tsx'

/** Addresses that are told of every message, and what became of what was sent. */
export default function WebhooksPart() {
  const { id: projectId } = useProject()
  const queryKey = ['webhooks', projectId]
  const { data, error, refetch } = useQuery({ queryKey, queryFn: ({ signal }) => call(listWebhooks, { projectId }, { signal }) })
  return (
    <>
      <SettingsCard name="webhooks" needs={['settings']}>
        {error && !data ? (
          <NotLoaded onRetry={() => void refetch()} />
        ) : data ? (
          <Webhooks webhooks={data.webhooks} queryKey={queryKey} />
        ) : (
          <Skeleton className="h-24" />
        )}
      </SettingsCard>
      <Deliveries />
    </>
  )
}

interface WebhooksProps {
  readonly webhooks: readonly Webhook[]
  readonly queryKey: readonly unknown[]
}

function Webhooks({ webhooks, queryKey }: WebhooksProps) {
  const { t } = useTranslation('settings')
  const { id: projectId } = useProject()
  const queries = useQueryClient()
  const [secret, setSecret] = useState<{ readonly webhook: number; readonly text: string }>()
  const [removing, setRemoving] = useState<Webhook>()
  const again = () => queries.invalidateQueries({ queryKey })
  const onError = () => toast.error(t('webhooks.failed'))
  const told = ({ id, secret: text }: { id: number; secret: string }) => {
    setSecret({ webhook: id, text })
    return again()
  }
  const add = useMutation({
    mutationFn: (url: string) => call(createWebhook, { projectId, url, repeats: false }),
    onSuccess: told,
    onError,
  })
  const renew = useMutation({
    mutationFn: (webhook: number) => call(renewWebhookSecret, { projectId, webhook }),
    onSuccess: told,
    onError,
  })
  const change = useMutation({
    mutationFn: ({ id, ...fields }: { id: number; enabled?: boolean; repeats?: boolean }) =>
      call(changeWebhook, { projectId, webhook: id, ...fields }),
    onSuccess: again,
    onError,
  })
  return (
    <div className="flex flex-col gap-4">
      {webhooks.length === 0 && <p className="text-sm text-faint">{t('webhooks.none')}</p>}
      <ul aria-label={t('webhooks.title')} className="flex flex-col gap-4 empty:hidden">
        {webhooks.map((webhook) => (
          <li key={webhook.id} className="flex flex-col gap-3 rounded-md border border-line p-3">
            <p className="text-sm font-medium wrap-anywhere">{webhook.url}</p>
            <Switch
              label={t('webhooks.enabled')}
              checked={webhook.enabled}
              onChange={(enabled) => change.mutate({ id: webhook.id, enabled })}
            />
            <Switch
              label={t('webhooks.repeats')}
              hint={t('webhooks.repeatsHint')}
              checked={webhook.repeats}
              onChange={(repeats) => change.mutate({ id: webhook.id, repeats })}
            />
            {secret?.webhook === webhook.id && (
              <>
                <CopyField label={t('webhooks.secret')} value={secret.text} />
                <p className="text-xs text-muted">{t('webhooks.secretOnce')}</p>
              </>
            )}
            <div className="flex flex-wrap gap-2">
              <Button small icon={<KeyRound size={14} aria-hidden />} busy={renew.isPending} onClick={() => renew.mutate(webhook.id)}>
                {t('webhooks.renew')}
              </Button>
              <Button small look="risky" icon={<Trash2 size={14} aria-hidden />} onClick={() => setRemoving(webhook)}>
                {t('webhooks.remove')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      {webhooks.length < mostWebhooks ? (
        <NewWebhook busy={add.isPending} onAdd={(url) => add.mutateAsync(url)} />
      ) : (
        <p className="text-xs text-faint">{t('webhooks.tooMany')}</p>
      )}
      {removing && (
        <ConfirmDialog
          title={t('webhooks.removeTitle', { host: new URL(removing.url).host })}
          about={t('webhooks.removeAbout')}
          action={t('webhooks.remove')}
          danger
          run={() => call(removeWebhook, { projectId, webhook: removing.id })}
          onDone={() => {
            setRemoving(undefined)
            void again()
          }}
          onClose={() => setRemoving(undefined)}
        />
      )}
    </div>
  )
}

function NewWebhook({ busy, onAdd }: { readonly busy: boolean; onAdd(url: string): Promise<unknown> }) {
  const { t } = useTranslation('settings')
  const [url, setUrl] = useState('')
  const text = url.trim()
  const bad = text !== '' && !(/^https?:\/\/[^\s/?#@]+([/?#]\S*)?$/i.test(text) && URL.canParse(text))
  return (
    <form
      className="flex max-w-140 flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        if (text && !bad)
          void onAdd(text).then(
            () => setUrl(''),
            () => undefined,
          )
      }}
    >
      <TextInput
        label={t('webhooks.url')}
        placeholder="https://"
        inputMode="url"
        autoComplete="off"
        spellCheck={false}
        error={bad ? t('webhooks.urlBad') : undefined}
        value={url}
        onChange={setUrl}
      />
      <div>
        <Button type="submit" look="primary" icon={<Plus size={14} aria-hidden />} busy={busy} disabled={!text || bad}>
          {t('webhooks.add')}
        </Button>
      </div>
    </form>
  )
}
