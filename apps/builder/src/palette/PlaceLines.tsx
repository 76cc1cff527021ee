import { useNavigate } from '@tanstack/react-router'
import { Command } from 'cmdk'
import { LayoutGrid } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useProject } from '../app/project-context.tsx'
import { openTo } from '../app/rights.ts'
import { sectionKeys } from '../app/section-keys.ts'
import { sections } from '../app/sections.ts'
import { settingsParts } from '../settings/parts.ts'
import { Kbd } from '../ui/index.ts'
import { holds } from './holds.ts'
import type { LinesProps } from './sources.ts'

/** The sections of the project, the parts of its settings, and the way out. */
export function PlaceLines({ query, choose }: LinesProps) {
  const { t } = useTranslation('app')
  const { t: words } = useTranslation('settings')
  const { id: projectId, rights } = useProject()
  const navigate = useNavigate()
  const params = { projectId }
  const places = [
    ...openTo(sections, rights).map(({ name, to, icon, key }) => ({
      id: name,
      title: t(`nav.${name}`),
      icon,
      keys: sectionKeys(key),
      go: () => void navigate({ to, params }),
    })),
    ...openTo(settingsParts, rights).map(({ name, icon }) => ({
      id: `settings ${name}`,
      title: `${t('nav.settings')}: ${words(`${name}.title`)}`,
      icon,
      keys: undefined,
      go: () => void navigate({ to: '/p/$projectId/settings/$part', params: { projectId, part: name } }),
    })),
    { id: 'projects', title: t('nav.projects'), icon: LayoutGrid, keys: undefined, go: () => void navigate({ to: '/' }) },
  ].filter(({ title }) => holds(title, query))
  if (!places.length) return null
  return (
    <Command.Group heading={t('palette.go')}>
      {places.map(({ id, title, icon: Icon, keys, go }) => (
        <Command.Item key={id} value={`place ${id}`} onSelect={choose(go)}>
          <Icon size={14} aria-hidden className="text-faint" />
          <span className="flex-1 truncate">{title}</span>
          {keys && <Kbd keys={keys} />}
        </Command.Item>
      ))}
    </Command.Group>
  )
}
