import { useQuery } from '@tanstack/react-query'
import { useProject } from '../app/project-context.tsx'
import { channelsQuery } from '../app/queries.ts'
import { NotLoaded } from '../settings/NotLoaded.tsx'
import { SettingsCard } from '../settings/SettingsCard.tsx'
import { Skeleton } from '../ui/index.ts'
import { ChatAddress } from './ChatAddress.tsx'
import { Look } from './Look.tsx'

/** The web chat of the project: its page, how it looks and how it comes onto other sites. */
export default function ChatPart() {
  const { data: channels, error, refetch } = useQuery(channelsQuery(useProject().id))
  if (error && !channels) return <NotLoaded onRetry={() => void refetch()} />
  if (!channels) return <Skeleton className="h-60" />
  return channels
    .filter(({ kind }) => kind === 'web')
    .map((channel) => (
      <div key={channel.key} className="flex flex-col gap-4">
        <SettingsCard name="chat" needs={['settings']}>
          <ChatAddress channel={channel} />
        </SettingsCard>
        <Look channel={channel} />
      </div>
    ))
}
