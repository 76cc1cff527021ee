import { updateChannel } from '@voronka/api'
import type { ChannelInfo } from '@voronka/api'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { call } from '../app/call.ts'
import { useProject } from '../app/project-context.tsx'
import { channelsQuery, projectQuery } from '../app/queries.ts'
import { ChatLink } from '../publish/ChatLink.tsx'
import { Switch, TextInput, toast, useKept } from '../ui/index.ts'

/** The chat page that anybody with its link can use. What is changed here is in force at once. */
export function ChatAddress({ channel }: { readonly channel: ChannelInfo }) {
  const { t } = useTranslation('settings')
  const { id: projectId } = useProject()
  const { data: project } = useQuery(projectQuery(projectId))
  const update = useUpdateChannel(channel.key)
  const { field: name } = useKept(channel.name, (written) => update.mutate({ name: written.trim() }))
  return (
    <div className="flex flex-col gap-3">
      <Switch
        label={t('chat.open')}
        hint={t(!channel.enabled ? 'chat.closedHint' : project?.published === null ? 'chat.notPublished' : 'chat.openHint')}
        checked={channel.enabled}
        onChange={(enabled) => update.mutate({ enabled })}
      />
      <ChatLink path={channel.path} />
      <TextInput label={t('chat.name')} hint={t('chat.nameHint')} autoComplete="off" maxLength={255} {...name} />
    </div>
  )
}

/** Shown at once; taken back when the server refuses. */
function useUpdateChannel(key: string) {
  const { t } = useTranslation('settings')
  const { id: projectId } = useProject()
  const queries = useQueryClient()
  const { queryKey } = channelsQuery(projectId)
  return useMutation({
    mutationFn: (fields: { name?: string; enabled?: boolean }) => call(updateChannel, { projectId, key, ...fields }),
    onMutate: async (fields) => {
      await queries.cancelQueries({ queryKey })
      queries.setQueryData(queryKey, (list) => list?.map((channel) => (channel.key === key ? { ...channel, ...fields } : channel)))
    },
    onError: () => toast.error(t('chat.failed')),
    onSettled: () => queries.invalidateQueries({ queryKey }),
  })
}
