import { useNavigate, useSearch } from '@tanstack/react-router'
import clsx from 'clsx'
import { MessagesSquare } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { recall, remember } from '../app/device-memory.ts'
import { useTasksLive } from '../tasks/index.ts'
import { EmptyState } from '../ui/index.ts'
import { ClientCard } from './ClientCard.tsx'
import type { ClientsSearch } from './clients-search.ts'
import { DialogueList } from './DialogueList.tsx'
import { DialoguePane } from './DialoguePane.tsx'
import { LoadedClient } from './LoadedClient.tsx'
import { useClientActions } from './use-client-actions.ts'
import { useInboxLive } from './use-inbox-live.ts'

const cardKey = 'voronka.clients.card'

/** The inbox: list, dialogue, card. On a telephone one of them at a time. */
export function ClientsPage() {
  const { t } = useTranslation('clients')
  const navigate = useNavigate({ from: '/p/$projectId/clients' })
  const search = useSearch({ from: '/p/$projectId/clients' })
  const { client } = search
  useInboxLive(client)
  useTasksLive()
  const [answered, setAnswered] = useState<number>()
  const setSearch = (fields: Partial<ClientsSearch>) =>
    void navigate({ search: (former) => ({ ...former, ...fields }), replace: !('client' in fields) || client !== undefined })
  return (
    <main className="grid h-full min-h-0 grid-cols-1 md:grid-cols-[320px_minmax(0,1fr)]">
      <h1 className="sr-only">{t('title')}</h1>
      <div className={clsx('min-h-0', client !== undefined && 'hidden md:block')}>
        <DialogueList search={search} setSearch={setSearch} onAnswer={setAnswered} />
      </div>
      <div className={clsx('min-h-0 min-w-0', client === undefined && 'hidden md:block')}>
        {client === undefined ? (
          <EmptyState icon={<MessagesSquare size={32} />} title={t('choose.title')} about={t('choose.about')} />
        ) : (
          <OpenClient
            key={client}
            client={client}
            focused={answered === client}
            onFocused={() => setAnswered(undefined)}
            onClose={() => setSearch({ client: undefined })}
          />
        )}
      </div>
    </main>
  )
}

interface OpenClientProps {
  readonly client: number
  /** The field for an answer is to have the focus. */
  readonly focused: boolean
  onFocused(): void
  onClose(): void
}

function OpenClient({ client: id, focused, onFocused, onClose }: OpenClientProps) {
  const actions = useClientActions(id)
  const [card, setCard] = useState(() => recall(cardKey) !== 'no' && window.innerWidth >= 1200)
  const show = (shown: boolean) => {
    remember(cardKey, shown ? 'yes' : 'no')
    setCard(shown)
  }
  return (
    <LoadedClient client={id} onClose={onClose}>
      {(client) => (
        <div className={clsx('relative grid h-full min-h-0', card ? 'lg:grid-cols-[minmax(0,1fr)_320px]' : 'grid-cols-1')}>
          <DialoguePane
            client={client}
            actions={actions}
            inbox={{ cardShown: card, onCard: () => show(!card), onBack: onClose, focused, onFocused, onLeave: () => focusRow(id) }}
            onDeleted={onClose}
          />
          {card && (
            <div className="absolute inset-0 z-20 min-h-0 sm:left-auto sm:w-80 lg:static">
              <ClientCard client={client} actions={actions} onClose={() => show(false)} />
            </div>
          )}
        </div>
      )}
    </LoadedClient>
  )
}

/** Back to the list, where the arrows lead on. */
const focusRow = (client: number): void => document.querySelector<HTMLElement>(`[data-dialogue="${client}"]`)?.focus()
