import { Link, Navigate, useParams } from '@tanstack/react-router'
import clsx from 'clsx'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { lazy, Suspense, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Broken } from '../app/Broken.tsx'
import { LeadsOn } from '../app/LeadsOn.tsx'
import { useProject } from '../app/project-context.tsx'
import { NothingOpen } from '../app/NothingOpen.tsx'
import { openTo } from '../app/rights.ts'
import { useNarrow } from '../app/use-narrow.ts'
import { Skeleton } from '../ui/index.ts'
import { settingsGroups, settingsParts } from './parts.ts'
import type { SettingsGroup, SettingsPart } from './parts.ts'

const OpenEditor = lazy(() => import('../app/OpenEditor.tsx').then(({ OpenEditor }) => ({ default: OpenEditor })))

/** Everything of the project beside its work, one page a matter: the list at the left; on a telephone list and page are two screens. */
export function SettingsPage() {
  const { t } = useTranslation('settings')
  const { id: projectId, rights } = useProject()
  const { part: asked } = useParams({ strict: false })
  const narrow = useNarrow()
  const parts = openTo(settingsParts, rights)
  const chosen = parts.find(({ name }) => name === asked)
  const [first] = parts
  if (asked !== undefined && settingsParts.some(({ name }) => name === asked) && !chosen) return <NothingOpen what="screen" />
  if (!first || (asked !== undefined && !chosen)) return <Broken missing />
  if (!chosen && !narrow)
    return (
      <LeadsOn>
        <Navigate replace to="/p/$projectId/settings/$part" params={{ projectId, part: first.name }} />
      </LeadsOn>
    )
  return (
    <main className="relative grid h-full min-h-0 sm:grid-cols-[180px_minmax(0,1fr)] md:grid-cols-[220px_minmax(0,1fr)]">
      <nav
        aria-label={t('parts')}
        className={clsx('min-h-0 overflow-y-auto border-line bg-surface p-2 sm:border-r', chosen && 'max-sm:hidden')}
      >
        <h1 className="px-2 py-2 text-lg font-semibold">{t('title')}</h1>
        {settingsGroups.map((group) => (
          <ListedGroup key={group.name} group={group} />
        ))}
      </nav>
      {chosen && (
        // A page begins at its top.
        <div key={chosen.name} className="relative min-h-0 overflow-y-auto">
          <div className="mx-auto flex max-w-240 flex-col gap-4 px-4 py-4 sm:px-6 md:py-6">
            <Link
              to="/p/$projectId/settings"
              params={{ projectId }}
              className="-ml-1 flex h-8 items-center gap-1 self-start text-sm text-accent sm:hidden"
            >
              <ChevronLeft size={16} aria-hidden />
              {t('title')}
            </Link>
            <Suspense fallback={<Skeleton className="h-60" />}>
              {chosen.draft ? (
                <OpenEditor fallback={<Skeleton className="h-60" />}>
                  <chosen.Content />
                </OpenEditor>
              ) : (
                <chosen.Content />
              )}
            </Suspense>
          </div>
        </div>
      )}
    </main>
  )
}

function ListedGroup({ group: { name, parts } }: { group: SettingsGroup }) {
  const { t } = useTranslation('settings')
  const open = openTo(parts, useProject().rights)
  const heading = useId()
  if (open.length === 0) return null
  return (
    <section aria-labelledby={heading} className="pb-2">
      <h2 id={heading} className="px-2 pt-2 pb-1 text-xs font-medium text-faint">
        {t(`groups.${name}`)}
      </h2>
      <ul className="flex flex-col gap-0.5">
        {open.map((part) => (
          <ListedPart key={part.name} part={part} />
        ))}
      </ul>
    </section>
  )
}

function ListedPart({ part: { name, icon: Icon } }: { part: SettingsPart }) {
  const { t } = useTranslation('settings')
  const { id: projectId } = useProject()
  return (
    <li>
      <Link
        to="/p/$projectId/settings/$part"
        params={{ projectId, part: name }}
        className="flex min-h-10 items-center gap-2 rounded-md px-2 text-base text-muted hover:bg-hover hover:text-text aria-[current]:bg-accent-soft aria-[current]:text-accent sm:min-h-8 sm:text-sm"
      >
        <Icon size={16} aria-hidden className="shrink-0" />
        <span className="min-w-0 flex-1 py-1">{t(`${name}.title`)}</span>
        <ChevronRight size={16} aria-hidden className="text-faint sm:hidden" />
      </Link>
    </li>
  )
}
