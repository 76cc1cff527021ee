import type { ProjectSummary } from '@voronka/api'
import { Link, useNavigate } from '@tanstack/react-router'
import clsx from 'clsx'
import { Download, Ellipsis, History, Settings, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { openTo, rightsOf } from '../app/rights.ts'
import type { Gated } from '../app/rights.ts'
import { useMe } from '../app/session.ts'
import { IconButton, Menu } from '../ui/index.ts'
import type { MenuItem } from '../ui/index.ts'
import { fileAddress } from './file-address.ts'
import { Moment } from './Moment.tsx'
import { useDeleteProject } from './use-delete-project.ts'

export function ProjectRow({ project }: { readonly project: ProjectSummary }) {
  const { t } = useTranslation('projects')
  const { t: say } = useTranslation('app')
  const navigate = useNavigate()
  const remove = useDeleteProject()
  const { id: projectId, updatedAt } = project
  const name = project.name || say('project.untitled')
  const params = { projectId }
  const mine = useMe().projects.find(({ id }) => id === projectId)
  const entries: (MenuItem & Gated)[] = [
    {
      label: t('settings'),
      icon: <Settings size={14} />,
      opens: ({ may }) => may('settings'),
      onSelect: () => void navigate({ to: '/p/$projectId/settings', params }),
    },
    {
      label: t('versions'),
      icon: <History size={14} />,
      opens: ({ may }) => may('funnel'),
      onSelect: () => void navigate({ to: '/p/$projectId/versions', params }),
    },
    {
      label: t('download'),
      icon: <Download size={14} />,
      opens: ({ may }) => may('funnel'),
      onSelect: () => window.location.assign(fileAddress(projectId)),
    },
    {
      label: t('delete'),
      icon: <Trash2 size={14} />,
      danger: true,
      opens: () => mine?.role.id === 'owner',
      onSelect: () => remove(project),
    },
  ]
  const items = mine ? openTo(entries, rightsOf(mine.permissions)) : []
  return (
    <li className="flex items-center gap-2 border-t border-line pr-2 first:border-t-0 hover:bg-hover">
      <Link
        to="/p/$projectId"
        params={params}
        aria-label={t('open', { name })}
        className="flex min-w-0 flex-1 flex-wrap items-center gap-x-4 gap-y-0.5 py-3 pl-4"
      >
        <span className="min-w-40 flex-1 truncate font-medium">{name}</span>
        <Status project={project} />
        <span className="shrink-0 text-right text-xs text-muted sm:w-28">
          <Moment at={updatedAt} />
        </span>
      </Link>
      {items.length > 0 && (
        <Menu align="end" trigger={<IconButton label={t('menu', { name })} icon={<Ellipsis size={16} />} />} items={items} />
      )}
    </li>
  )
}

function Status({ project: { published, changed } }: { readonly project: ProjectSummary }) {
  const { t } = useTranslation('projects')
  const text = !published ? t('status.draft') : t(changed ? 'status.changed' : 'status.published', { number: published.number })
  return (
    <span className="flex shrink-0 items-center gap-1.5 text-xs text-muted sm:w-60">
      <span
        aria-hidden
        className={clsx('size-2 rounded-full', !published ? 'border border-strong' : changed ? 'bg-warning' : 'bg-success')}
      />
      {text}
    </span>
  )
}
