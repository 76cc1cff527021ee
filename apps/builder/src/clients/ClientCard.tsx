import type { ClientCard as Card } from '@voronka/api'
import { X } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProject } from '../app/project-context.tsx'
import { IconButton, Segments } from '../ui/index.ts'
import { ClientAbout } from './ClientAbout.tsx'
import { ClientComments } from './ClientComments.tsx'
import { ClientOrders } from './ClientOrders.tsx'
import { ClientTasks } from './ClientTasks.tsx'
import type { ClientActions } from './use-client-actions.ts'

interface ClientCardProps {
  readonly client: Card
  readonly actions: ClientActions
  onClose(): void
}

type Tab = 'about' | 'orders' | 'tasks' | 'comments'

/** What is known of a client, beside his dialogue. */
export function ClientCard({ client, actions, onClose }: ClientCardProps) {
  const { t } = useTranslation('clients')
  const { rights } = useProject()
  const [tab, setTab] = useState<Tab>('about')
  const tabs: readonly Tab[] = [
    'about',
    ...(rights.may('orders') ? (['orders'] as const) : []),
    ...(rights.may('tasks') ? (['tasks'] as const) : []),
    'comments',
  ]
  return (
    <aside aria-label={t('card.label')} className="flex h-full min-h-0 flex-col border-l border-line bg-surface">
      <div className="flex shrink-0 items-center gap-2 border-b border-line p-2">
        <div className="min-w-0 flex-1">
          <Segments
            label={t('card.tabs')}
            labelHidden
            value={tab}
            options={tabs.map((value) => ({ value, text: t(`card.${value}`) }))}
            onChange={setTab}
          />
        </div>
        <IconButton label={t('card.close')} icon={<X size={16} />} onClick={onClose} />
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto p-3">
        {tab === 'about' && <ClientAbout key={client.id} client={client} actions={actions} />}
        {tab === 'orders' && <ClientOrders client={client} />}
        {tab === 'tasks' && <ClientTasks client={client} />}
        {tab === 'comments' && <ClientComments client={client} />}
      </div>
    </aside>
  )
}
