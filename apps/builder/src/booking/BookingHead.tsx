import type { Branch } from '@voronka/api'
import { Link } from '@tanstack/react-router'
import { Check, ChevronDown, Plus, Settings, Store } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProject } from '../app/project-context.tsx'
import { IconButton, Menu } from '../ui/index.ts'
import type { MenuEntry } from '../ui/index.ts'
import { bookingTabs } from './booking-search.ts'
import type { BookingTab } from './booking-search.ts'
import { BranchDialog } from './BranchDialog.tsx'
import { NewBranchDialog } from './NewBranchDialog.tsx'

interface BookingHeadProps {
  readonly branches: readonly Branch[]
  readonly branch: Branch
  readonly tab: BookingTab
  onBranch(id: number): void
}

/** Which branch is open, and its tabs. */
export function BookingHead({ branches, branch, tab, onBranch }: BookingHeadProps) {
  const { t } = useTranslation('booking')
  const { id: projectId, rights } = useProject()
  const [dialog, setDialog] = useState<'new' | 'branch'>()
  const settings = rights.may('settings', 'edit')
  const items: MenuEntry[] = branches.map((each) => ({
    label: each.on ? each.name : t('branch.isOff', { name: each.name }),
    icon: each.id === branch.id ? <Check size={14} /> : undefined,
    onSelect: () => onBranch(each.id),
  }))
  if (settings) items.push('line', { label: t('branch.add'), icon: <Plus size={14} />, onSelect: () => setDialog('new') })
  return (
    <header className="flex shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-b border-line bg-surface px-3 pt-2 sm:pt-0 print:hidden">
      <div className="flex min-w-0 items-center">
        <Menu
          trigger={
            <button
              type="button"
              aria-label={t('branch.switch', { name: branch.name })}
              className="flex h-8 min-w-0 items-center gap-2 rounded-md px-2 text-sm font-medium hover:bg-hover"
            >
              <Store size={16} aria-hidden className="shrink-0 text-muted" />
              <span className="max-w-56 truncate">{branch.name}</span>
              {!branch.on && <span className="rounded-sm bg-warning-soft px-1.5 text-xs font-normal text-warning">{t('branch.off')}</span>}
              <ChevronDown size={14} aria-hidden className="shrink-0 text-faint" />
            </button>
          }
          items={items}
        />
        {settings && <IconButton label={t('branch.setup')} icon={<Settings size={16} />} onClick={() => setDialog('branch')} />}
      </div>
      <nav aria-label={t('tabs.label')} className="flex min-w-0 gap-1 overflow-x-auto">
        {bookingTabs.map((each) => (
          <Link
            key={each}
            to="/p/$projectId/booking"
            params={{ projectId }}
            search={(former) => ({ branch: former.branch, day: former.day, tab: each === 'calendar' ? undefined : each })}
            activeOptions={{ exact: true, includeSearch: true, explicitUndefined: true }}
            activeProps={{ 'aria-current': undefined }}
            aria-current={each === tab ? 'page' : undefined}
            className="flex h-11 shrink-0 items-center border-b-2 border-transparent px-2 text-sm whitespace-nowrap text-muted hover:text-text aria-[current]:border-accent aria-[current]:text-text"
          >
            {t(`tabs.${each}`)}
          </Link>
        ))}
      </nav>
      {dialog === 'new' && <NewBranchDialog branches={branches} onMade={onBranch} onClose={() => setDialog(undefined)} />}
      {dialog === 'branch' && <BranchDialog branch={branch} onClose={() => setDialog(undefined)} />}
    </header>
  )
}
