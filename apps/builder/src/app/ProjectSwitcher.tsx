import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { ChevronsUpDown, LayoutGrid } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Menu } from '../ui/index.ts'
import type { MenuEntry } from '../ui/index.ts'
import { useProject } from './project-context.tsx'
import { projectsQuery } from './queries.ts'

const mostListed = 12

export function ProjectSwitcher() {
  const { t } = useTranslation('app')
  const navigate = useNavigate()
  const { id: open, name } = useProject()
  const { data: projects = [] } = useQuery(projectsQuery)
  const items: MenuEntry[] = [
    ...projects.slice(0, mostListed).map(({ id, name: title }) => ({
      label: title || t('project.untitled'),
      checked: id === open,
      onSelect: () => void navigate({ to: '/p/$projectId', params: { projectId: id } }),
    })),
    'line',
    { label: t('project.all'), icon: <LayoutGrid size={14} />, onSelect: () => void navigate({ to: '/' }) },
  ]
  return (
    <Menu
      items={items}
      trigger={
        <button
          type="button"
          aria-label={t('project.switch', { name })}
          className="flex h-8 min-w-0 items-center gap-1 rounded-md px-2 font-medium hover:bg-hover"
        >
          <span className="max-w-28 truncate sm:max-w-60">{name}</span>
          <ChevronsUpDown size={14} className="shrink-0 text-faint" aria-hidden />
        </button>
      }
    />
  )
}
