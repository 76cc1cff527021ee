import {
  CalendarClock,
  History,
  KanbanSquare,
  ListTodo,
  Megaphone,
  MessagesSquare,
  Phone,
  Settings,
  Tags,
  UserPlus,
  Wallet,
  Workflow,
} from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import { settingsParts } from '../settings/parts.ts'
import { useUnread } from '../clients/use-unread.ts'
import { useOpenLeads } from '../leads/use-open-leads.ts'
import { useOpenTasks } from '../tasks/use-open-tasks.ts'
import { openTo } from './rights.ts'
import type { Gated } from './rights.ts'

/** A screen of a project: it stands in the rail, in the list of everything (Ctrl+K) and on the sheet of keys. */
export interface AppSection extends Gated {
  /** Its name in the catalogue: `nav.<name>` of app.json. */
  readonly name:
    | 'funnel'
    | 'clients'
    | 'orders'
    | 'tasks'
    | 'booking'
    | 'leads'
    | 'payments'
    | 'telephony'
    | 'lists'
    | 'broadcasts'
    | 'versions'
    | 'settings'
  /** Its lazy route in router.tsx. */
  readonly to:
    | '/p/$projectId'
    | '/p/$projectId/clients'
    | '/p/$projectId/orders'
    | '/p/$projectId/leads'
    | '/p/$projectId/payments'
    | '/p/$projectId/telephony'
    | '/p/$projectId/tasks'
    | '/p/$projectId/booking'
    | '/p/$projectId/lists'
    | '/p/$projectId/broadcasts'
    | '/p/$projectId/versions'
    | '/p/$projectId/settings'
  readonly icon: LucideIcon
  /** The key that opens it after G (`KeyboardEvent.code`, so that it is the same one in every layout). */
  readonly key: `Key${string}`
  /** A hook: how many things wait here for the person; shown when not zero. */
  useBadge?(projectId: number): number
}

/** In the order of the rail. */
export const sections: readonly AppSection[] = [
  { name: 'funnel', to: '/p/$projectId', icon: Workflow, key: 'KeyF', opens: ({ may }) => may('funnel') },
  {
    name: 'clients',
    to: '/p/$projectId/clients',
    icon: MessagesSquare,
    key: 'KeyC',
    opens: ({ may }) => may('clients'),
    useBadge: useUnread,
  },
  { name: 'orders', to: '/p/$projectId/orders', icon: KanbanSquare, key: 'KeyO', opens: ({ may }) => may('orders') },
  { name: 'leads', to: '/p/$projectId/leads', icon: UserPlus, key: 'KeyI', opens: ({ may }) => may('leads'), useBadge: useOpenLeads },
  { name: 'tasks', to: '/p/$projectId/tasks', icon: ListTodo, key: 'KeyT', opens: ({ may }) => may('tasks'), useBadge: useOpenTasks },
  { name: 'booking', to: '/p/$projectId/booking', icon: CalendarClock, key: 'KeyN', opens: ({ may }) => may('booking') },
  { name: 'payments', to: '/p/$projectId/payments', icon: Wallet, key: 'KeyM', opens: ({ may }) => may('orders') },
  { name: 'telephony', to: '/p/$projectId/telephony', icon: Phone, key: 'KeyP', opens: ({ may }) => may('calls') },
  { name: 'lists', to: '/p/$projectId/lists', icon: Tags, key: 'KeyL', opens: ({ may }) => may('lists') },
  { name: 'broadcasts', to: '/p/$projectId/broadcasts', icon: Megaphone, key: 'KeyB', opens: ({ may }) => may('broadcasts') },
  { name: 'versions', to: '/p/$projectId/versions', icon: History, key: 'KeyV', opens: ({ may }) => may('funnel') },
  {
    name: 'settings',
    to: '/p/$projectId/settings',
    icon: Settings,
    key: 'KeyS',
    opens: (rights) => openTo(settingsParts, rights).length > 0,
  },
]
