import { fixedRoles, levels, rights, sections } from '@voronka/api'
import type { Language } from '@voronka/calculator'
import type { useTranslation } from 'react-i18next'
import { roleTitle } from '../app/role-title.ts'
import { momentText } from '../projects/Moment.tsx'
import type { Change } from './audit-changes.ts'

interface Words {
  readonly t: ReturnType<typeof useTranslation<'people'>>['t']
  readonly say: ReturnType<typeof useTranslation<'app'>>['t']
  readonly language: Language
}

/** A change in the words of the page where it knows them; undefined for what says nothing: a section that is closed from the start. */
export function auditWords({ path, before, after }: Change, words: Words): Change | undefined {
  const name = path
    .replace(/^(permissions|scopes)\./, '')
    .replace(/^sections\./, '')
    .replace(/^role\.(id|name)$/, 'role')
  if (before === undefined && after === 'none') return undefined
  // A role is told by its name; the number is for programs.
  if (path === 'role.id' && !fixedRoles.some((role) => role === (after ?? before))) return undefined
  return { path: nameOf(name, words), before: valueOf(before, words), after: valueOf(after, words) }
}

/** Each part of the way to a value by its name on the page; what has none there is shown as it is stored. */
function nameOf(path: string, { t }: Words): string {
  const parts = path.split('.').map((part) => {
    const section = sections.find((known) => known === part)
    return section ? t(`sections.${section}`) : t(`audit.fields.${part}`, part)
  })
  return parts.join(' · ')
}

function valueOf(value: string | undefined, { t, say, language }: Words): string | undefined {
  if (value === undefined) return undefined
  if (value === 'true' || value === 'false') return t(value === 'true' ? 'audit.yes' : 'audit.no')
  const level = levels.find((known) => known === value)
  if (level) return t(`levels.${level}`)
  if (fixedRoles.some((role) => role === value)) return roleTitle({ id: value, name: '' }, say)
  if (/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value)) return momentText(value, language)
  const parts = value.split(', ').map((part) => rights.find((known) => known === part))
  return parts.every((part) => part !== undefined) ? parts.map((right) => t(`rights.${right}`)).join(', ') : value
}
