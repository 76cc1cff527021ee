import {
  Braces,
  CalendarClock,
  History,
  Hourglass,
  KanbanSquare,
  KeyRound,
  Mail,
  MessageCircle,
  Network,
  Plug,
  ScrollText,
  ShieldCheck,
  SlidersHorizontal,
  Cable,
  UserCheck,
  UserPlus,
  UsersRound,
  Webhook,
} from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import { lazy } from 'react'
import type { ComponentType } from 'react'
import type { Gated } from '../app/rights.ts'

/** A page of the settings, at `/p/<project>/settings/<name>`. */
export interface SettingsPart extends Gated {
  /** `<name>.title` and `<name>.about` in settings.json. */
  readonly name:
    | 'general'
    | 'values'
    | 'chat'
    | 'members'
    | 'roles'
    | 'keys'
    | 'connections'
    | 'integrations'
    | 'leads'
    | 'log'
    | 'keeping'
    | 'audit'
    | 'orders'
    | 'booking'
    | 'mail'
    | 'operators'
    | 'hosts'
    | 'webhooks'
  readonly icon: LucideIcon
  /** It shows or changes the draft, which is loaded before it. */
  readonly draft?: boolean
  readonly Content: ComponentType
}

export interface SettingsGroup {
  /** `groups.<name>` in settings.json. */
  readonly name: 'project' | 'work' | 'people' | 'outside' | 'records'
  readonly parts: readonly SettingsPart[]
}

/** In the order of the list. */
export const settingsGroups: readonly SettingsGroup[] = [
  {
    name: 'project',
    parts: [
      {
        name: 'general',
        icon: SlidersHorizontal,
        draft: true,
        opens: ({ may }) => may('settings') && may('funnel'),
        Content: lazy(() => import('./GeneralPart.tsx')),
      },
      {
        name: 'values',
        icon: Braces,
        draft: true,
        opens: ({ may }) => may('settings') && may('funnel'),
        Content: lazy(() => import('./ValuesPart.tsx')),
      },
    ],
  },
  {
    name: 'work',
    parts: [
      { name: 'chat', icon: MessageCircle, opens: ({ may }) => may('settings'), Content: lazy(() => import('../web-chat/ChatPart.tsx')) },
      {
        name: 'orders',
        icon: KanbanSquare,
        opens: ({ may }) => may('settings'),
        Content: lazy(() => import('../order-settings/OrdersPart.tsx')),
      },
      {
        name: 'booking',
        icon: CalendarClock,
        opens: ({ may }) => may('settings') && may('booking'),
        Content: lazy(() => import('../booking/BookingPart.tsx')),
      },
      {
        name: 'leads',
        icon: UserPlus,
        opens: ({ may }) => may('settings') && may('leads'),
        Content: lazy(() => import('../leads/LeadSettingsPart.tsx')),
      },
      {
        name: 'operators',
        icon: UserCheck,
        opens: ({ may }) => may('employees'),
        Content: lazy(() => import('../operators/OperatorsPart.tsx')),
      },
    ],
  },
  {
    name: 'people',
    parts: [
      { name: 'members', icon: UsersRound, opens: ({ may }) => may('employees'), Content: lazy(() => import('../people/MembersPart.tsx')) },
      { name: 'roles', icon: ShieldCheck, opens: ({ may }) => may('employees'), Content: lazy(() => import('../people/RolesPart.tsx')) },
    ],
  },
  {
    name: 'outside',
    parts: [
      {
        name: 'connections',
        icon: Cable,
        opens: ({ may }) => may('settings'),
        Content: lazy(() => import('../connections/ConnectionsPart.tsx')),
      },
      { name: 'mail', icon: Mail, opens: ({ may }) => may('settings'), Content: lazy(() => import('../order-settings/MailPart.tsx')) },
      {
        name: 'integrations',
        icon: Plug,
        opens: ({ may }) => may('settings'),
        Content: lazy(() => import('../integrations/IntegrationsPart.tsx')),
      },
      { name: 'keys', icon: KeyRound, opens: ({ may }) => may('settings'), Content: lazy(() => import('../people/KeysPart.tsx')) },
      { name: 'webhooks', icon: Webhook, opens: ({ may }) => may('settings'), Content: lazy(() => import('./WebhooksPart.tsx')) },
      { name: 'hosts', icon: Network, opens: ({ may }) => may('settings'), Content: lazy(() => import('./HostsPart.tsx')) },
    ],
  },
  {
    name: 'records',
    parts: [
      { name: 'log', icon: ScrollText, draft: true, opens: ({ may }) => may('funnel'), Content: lazy(() => import('./LogPart.tsx')) },
      { name: 'keeping', icon: Hourglass, opens: ({ may }) => may('settings'), Content: lazy(() => import('./KeepingPart.tsx')) },
      { name: 'audit', icon: History, opens: ({ may }) => may('settings'), Content: lazy(() => import('../people/AuditPart.tsx')) },
    ],
  },
]

export const settingsParts: readonly SettingsPart[] = settingsGroups.flatMap(({ parts }) => parts)
