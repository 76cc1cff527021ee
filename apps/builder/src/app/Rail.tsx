import { Link, useMatchRoute, useNavigate } from '@tanstack/react-router'
import clsx from 'clsx'
import { Ellipsis } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Menu, Tooltip } from '../ui/index.ts'
import { useProject } from './project-context.tsx'
import { openTo } from './rights.ts'
import { sectionKeys } from './section-keys.ts'
import { sections } from './sections.ts'
import type { AppSection } from './sections.ts'
import { useNarrow } from './use-narrow.ts'

/** So many have their place at the bottom of a telephone; the others are behind "more". */
const mostAtBottom = 5

const look =
  'relative flex h-12 min-w-0 flex-1 flex-col items-center justify-center gap-0.5 rounded-md text-muted hover:bg-hover hover:text-text aria-[current]:bg-accent-soft aria-[current]:text-accent sm:size-10 sm:flex-none'

/** At the left; on a telephone at the bottom, where the thumb is. */
export function Rail() {
  const { t } = useTranslation('app')
  const { rights } = useProject()
  const narrow = useNarrow()
  const all = openTo(sections, rights)
  const shown = narrow && all.length > mostAtBottom ? all.slice(0, mostAtBottom - 1) : all
  return (
    <nav
      aria-label={t('nav.label')}
      className="row-start-3 flex print:hidden min-h-0 justify-around gap-1 border-t border-line bg-surface p-1 pb-[max(4px,env(safe-area-inset-bottom))] sm:row-start-2 sm:flex-col sm:justify-start sm:overflow-y-auto sm:border-t-0 sm:border-r"
    >
      {shown.map((section) => (
        <RailLink key={section.name} section={section} />
      ))}
      {shown.length < all.length && <MoreSections rest={all.slice(shown.length)} />}
    </nav>
  )
}

const noBadge = () => 0

function RailLink({ section: { name, to, icon: Icon, key, useBadge = noBadge } }: { section: AppSection }) {
  const { t } = useTranslation('app')
  const { id: projectId } = useProject()
  const waiting = useBadge(projectId)
  const title = t(`nav.${name}`)
  return (
    <Tooltip text={title} keys={sectionKeys(key)} side="right">
      <Link
        to={to}
        params={{ projectId }}
        aria-label={waiting ? t('nav.waiting', { title, count: waiting }) : title}
        activeOptions={{ exact: to === '/p/$projectId', includeSearch: false }}
        className={look}
      >
        <Icon size={18} aria-hidden />
        <span aria-hidden className="max-w-full truncate text-2xs sm:hidden">
          {title}
        </span>
        {waiting > 0 && <Badge count={waiting} />}
      </Link>
    </Tooltip>
  )
}

const Badge = ({ count }: { count: number }) => (
  <span
    aria-hidden
    className="absolute top-0.5 left-1/2 ml-1 min-w-4 rounded-full bg-accent px-1 text-center text-2xs leading-4 text-on-accent sm:right-0 sm:left-auto sm:ml-0"
  >
    {count > 99 ? '99+' : count}
  </span>
)

function MoreSections({ rest }: { rest: readonly AppSection[] }) {
  const { t } = useTranslation('app')
  const { id: projectId } = useProject()
  const navigate = useNavigate()
  const matches = useMatchRoute()
  const here = rest.some(({ to }) => matches({ to, params: { projectId }, fuzzy: to !== '/p/$projectId' }))
  return (
    <Menu
      side="top"
      align="end"
      trigger={
        <button type="button" aria-current={here || undefined} className={clsx(look, 'cursor-pointer')}>
          <Ellipsis size={18} aria-hidden />
          <span className="text-2xs">{t('nav.more')}</span>
        </button>
      }
      items={rest.map(({ name, to, icon: Icon }) => ({
        label: t(`nav.${name}`),
        icon: <Icon size={16} />,
        onSelect: () => void navigate({ to, params: { projectId } }),
      }))}
    />
  )
}
