import { History, Settings, Workflow } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import { settingsParts } from '../settings/parts.ts'
import { openTo } from './rights.ts'
import type { Gated } from './rights.ts'

/** A screen of a project: it stands in the rail, in the list of everything (Ctrl+K) and on the sheet of keys. */
export interface AppSection extends Gated {
  /** Its name in the catalogue: `nav.<name>` of app.json. */
  readonly name: 'funnel' | 'versions' | 'settings'
  /** Its lazy route in router.tsx. */
  readonly to: '/p/$projectId' | '/p/$projectId/versions' | '/p/$projectId/settings'
  readonly icon: LucideIcon
  /** The key that opens it after G (`KeyboardEvent.code`, so that it is the same one in every layout). */
  readonly key: `Key${string}`
  /** A hook: how many things wait here for the person; shown when not zero. */
  useBadge?(projectId: number): number
}

/** In the order of the rail. */
export const sections: readonly AppSection[] = [
  { name: 'funnel', to: '/p/$projectId', icon: Workflow, key: 'KeyF', opens: ({ may }) => may('funnel') },
  { name: 'versions', to: '/p/$projectId/versions', icon: History, key: 'KeyV', opens: ({ may }) => may('funnel') },
  {
    name: 'settings',
    to: '/p/$projectId/settings',
    icon: Settings,
    key: 'KeyS',
    opens: (rights) => openTo(settingsParts, rights).length > 0,
  },
]
