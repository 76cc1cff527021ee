import { getChatLook, setChatLook } from '@voronka/api'
import type { ChannelInfo, ChatLook } from '@voronka/api'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../app/call.ts'
import { useProject, useRights } from '../app/project-context.tsx'
import { useRefusalText } from '../app/use-refusal-text.ts'
import { NotLoaded } from '../settings/NotLoaded.tsx'
import { Button, Card, Skeleton, toast } from '../ui/index.ts'
import { Embed } from './Embed.tsx'
import { LookForm } from './LookForm.tsx'
import { Preview } from './Preview.tsx'

/** How the chat looks, beside what that looks like, and the line that puts it on a site. */
export function Look({ channel }: { readonly channel: ChannelInfo }) {
  const { id: projectId } = useProject()
  const queryKey = ['chat-look', projectId, channel.key]
  const { data, error, refetch } = useQuery({
    queryKey,
    queryFn: ({ signal }) => call(getChatLook, { projectId, key: channel.key }, { signal }),
  })
  if (error && !data) return <NotLoaded onRetry={() => void refetch()} />
  return data ? <Loaded channel={channel} stored={data} queryKey={queryKey} /> : <Skeleton className="h-60" />
}

interface LoadedProps {
  readonly channel: ChannelInfo
  readonly stored: ChatLook
  readonly queryKey: readonly unknown[]
}

function Loaded({ channel, stored, queryKey }: LoadedProps) {
  const { t } = useTranslation('web-chat')
  const { id: projectId } = useProject()
  const editable = useRights().may('settings', 'edit')
  const queries = useQueryClient()
  const refusal = useRefusalText()
  const [changed, setChanged] = useState<ChatLook>()
  const look = changed ?? stored
  const save = useMutation({
    mutationFn: (wanted: ChatLook) => call(setChatLook, { projectId, key: channel.key, ...wanted }),
    onSuccess: (answer) => {
      queries.setQueryData(queryKey, answer)
      toast(t('saved'))
    },
    onError: (error) => toast.error(refusal(error, t('failed'))),
  })
  const set = (some: Partial<ChatLook>) => setChanged({ ...look, ...some })
  return (
    <>
      <Embed
        channel={channel}
        look={stored}
        editable={editable}
        busy={save.isPending}
        // What is being changed below stays as it is.
        onSave={(some) => save.mutate({ ...stored, ...some }, { onSuccess: () => setChanged((now) => now && { ...now, ...some }) })}
      />
      <Card title={t('look.title')} about={t('look.about')}>
        <div className="flex flex-col gap-6 lg:flex-row">
          <form
            className="min-w-0 flex-1"
            onSubmit={(event) => {
              event.preventDefault()
              if (changed) save.mutate(changed, { onSuccess: () => setChanged(undefined) })
            }}
          >
            <fieldset disabled={!editable} className="flex min-w-0 flex-col gap-4">
              <LookForm look={look} name={channel.name} onChange={set} />
              <div className="flex flex-wrap gap-2">
                <Button look="primary" type="submit" busy={save.isPending} disabled={!changed}>
                  {t('save')}
                </Button>
                {changed && <Button onClick={() => setChanged(undefined)}>{t('undo')}</Button>}
              </div>
            </fieldset>
          </form>
          <Preview look={look} channel={channel} />
        </div>
      </Card>
    </>
  )
}
