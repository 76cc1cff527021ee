import { canBeConnected, connectionKinds, type Connection, type ConnectionKind } from '@voronka/api'
import { useQuery } from '@tanstack/react-query'
import { Cable } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useProject } from '../app/project-context.tsx'
import { NotLoaded } from '../settings/NotLoaded.tsx'
import { Skeleton } from '../ui/index.ts'
import { ConnectionCard } from './ConnectionCard.tsx'
import { connectionsQuery } from './connections.query.ts'

const families = ['messenger', 'telephony', 'payments'] as const

/** Everything that the project is and can be connected to: messengers, telephony, payments. */
export default function ConnectionsPart() {
  const { t } = useTranslation('connections')
  const { id: projectId } = useProject()
  const { data: connections, error, refetch } = useQuery({ ...connectionsQuery(projectId), refetchOnMount: 'always' })
  return (
    <>
      <header>
        <h2 className="text-lg font-semibold">{t('title')}</h2>
        <p className="mt-0.5 text-sm text-muted">{t('about')}</p>
      </header>
      {error && !connections ? (
        <NotLoaded onRetry={() => void refetch()} />
      ) : connections ? (
        <>
          {connections.length === 0 && (
            <p className="flex items-center gap-2 text-sm text-faint">
              <Cable size={16} aria-hidden />
              {t('none')}
            </p>
          )}
          {families.map((family) => (
            <Family key={family} family={family} connections={connections} />
          ))}
        </>
      ) : (
        <div className="grid grid-cols-1 gap-4 lg:grid-cols-2">
          <Skeleton className="h-36" />
          <Skeleton className="h-36" />
        </div>
      )}
    </>
  )
}

function Family({ family, connections }: { readonly family: ConnectionKind['family']; readonly connections: readonly Connection[] }) {
  const { t } = useTranslation('connections')
  const kinds = connectionKinds.filter((kind) => kind.family === family)
  if (kinds.length === 0) return null
  const there = kinds.flatMap((kind) => connections.filter((each) => each.kind === kind.kind).map((connection) => ({ kind, connection })))
  const possible = kinds.filter((kind) => canBeConnected(kind, connections))
  return (
    <section aria-label={t(`families.${family}`)} className="flex flex-col gap-2">
      <h3 className="text-sm font-semibold text-muted">{t(`families.${family}`)}</h3>
      <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-2">
        {there.map(({ kind, connection }) => (
          <ConnectionCard key={connection.id} kind={kind} connection={connection} />
        ))}
        {possible.map((kind) => (
          <ConnectionCard key={kind.kind} kind={kind} />
        ))}
      </div>
    </section>
  )
}
