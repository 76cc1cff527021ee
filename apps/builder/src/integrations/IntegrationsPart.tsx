import { deletePublicKey, updatePublicKey, type PublicKey } from '@voronka/api'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ConfirmDialog } from '../account/ConfirmDialog.tsx'
import { ApiError } from '../app/api-error.ts'
import { call } from '../app/call.ts'
import { useProject } from '../app/project-context.tsx'
import { NotLoaded } from '../settings/NotLoaded.tsx'
import { Button, Card, Skeleton, toast } from '../ui/index.ts'
import { PublicKeyDialog } from './PublicKeyDialog.tsx'
import { PublicKeyRow } from './PublicKeyRow.tsx'
import { publicKeysQuery } from './public-keys.query.ts'
import { WebhookBuilder } from './WebhookBuilder.tsx'

/** Keys with which programs written for Salebot call this project, and how an address for them is made. */
export default function IntegrationsPart() {
  const { t } = useTranslation('integrations')
  const { id: projectId, rights } = useProject()
  const queries = useQueryClient()
  const { queryKey, ...query } = publicKeysQuery(projectId)
  const { data: keys, error, refetch } = useQuery({ queryKey, ...query, refetchOnMount: 'always' })
  const [dialog, setDialog] = useState<'new' | { readonly change: PublicKey } | { readonly end: PublicKey }>()
  const again = () => void queries.invalidateQueries({ queryKey })
  const makeMain = useMutation({
    mutationFn: (key: number) => call(updatePublicKey, { projectId, key, main: true }),
    onError: () => toast.error(t('failed')),
    onSettled: again,
  })
  const edits = rights.may('settings', 'edit')
  const close = () => setDialog(undefined)
  return (
    <>
      <Card
        title={t('title')}
        about={t('about')}
        aside={
          edits && (
            <Button look="primary" icon={<Plus size={14} aria-hidden />} onClick={() => setDialog('new')}>
              {t('new')}
            </Button>
          )
        }
      >
        {error && !keys ? (
          <NotLoaded onRetry={() => void refetch()} />
        ) : !keys ? (
          <Skeleton className="h-16" />
        ) : keys.length ? (
          <ul aria-label={t('title')} className="flex flex-col">
            {keys.map((key) => (
              <PublicKeyRow
                key={key.id}
                apiKey={key}
                editable={edits}
                onMain={() => makeMain.mutate(key.id)}
                onChange={() => setDialog({ change: key })}
                onEnd={() => setDialog({ end: key })}
              />
            ))}
          </ul>
        ) : (
          <p className="text-sm text-faint">{t('none')}</p>
        )}
      </Card>
      <WebhookBuilder />
      {dialog === 'new' && <PublicKeyDialog onDone={again} onClose={close} />}
      {typeof dialog === 'object' && 'change' in dialog && <PublicKeyDialog apiKey={dialog.change} onDone={again} onClose={close} />}
      {typeof dialog === 'object' && 'end' in dialog && (
        <ConfirmDialog
          title={t('endTitle', { name: dialog.end.name })}
          about={t(dialog.end.main && (keys?.length ?? 0) > 1 ? 'endMain' : 'endAbout')}
          action={t('end')}
          danger
          faultOf={(fault: ApiError) => (fault.code === 'main-key' ? t('endMain') : undefined)}
          run={() => call(deletePublicKey, { projectId, key: dialog.end.id })}
          onDone={() => {
            toast(t('ended', { name: dialog.end.name }))
            close()
            again()
          }}
          onClose={close}
        />
      )}
    </>
  )
}
