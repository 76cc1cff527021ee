import type { BranchSetup } from '@voronka/api'
import { Link } from '@tanstack/react-router'
import { Check, ChevronRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useProject } from '../../app/project-context.tsx'
import { EmptyState } from '../../ui/index.ts'

/** What is still missing before anything can be booked, each with the way to it. */
export function NothingToBook({ setup }: { readonly setup: BranchSetup }) {
  const { t } = useTranslation('booking')
  const { id: projectId } = useProject()
  const working = setup.employees.filter(({ active }) => active)
  const steps = [
    { name: 'service', tab: 'services', done: setup.services.some(({ active }) => active) },
    { name: 'employee', tab: 'employees', done: working.some(({ services }) => services.length > 0) },
    { name: 'hours', tab: 'employees', done: working.some(({ schedule }) => schedule.week.some((day) => day.length)) },
  ] as const
  return (
    <EmptyState title={t('missing.title')} about={t('missing.about')}>
      <ul className="flex w-full flex-col gap-2 text-left">
        {steps.map(({ name, tab, done }) => (
          <li key={name}>
            <Link
              to="/p/$projectId/booking"
              params={{ projectId }}
              search={{ branch: setup.branch.id, tab }}
              className="flex items-center gap-2 rounded-md border border-line bg-surface px-3 py-2 text-sm hover:bg-hover"
            >
              {done ? (
                <Check size={16} className="text-success" aria-hidden />
              ) : (
                <ChevronRight size={16} className="text-accent" aria-hidden />
              )}
              <span className="flex-1">{t(`missing.${name}`)}</span>
              {done && <span className="text-xs text-faint">{t('missing.done')}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </EmptyState>
  )
}
