import { includes } from '@voronka/api'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useProject } from '../app/project-context.tsx'
import { roleTitle } from '../app/role-title.ts'
import { Select } from '../ui/index.ts'
import { rolesQuery } from './queries.ts'

interface RoleSelectProps {
  readonly value: string
  readonly disabled?: boolean
  readonly hint?: string
  onChange(role: string): void
}

/** The roles that one may give: none opens more than one has oneself. The owner is made in a way of its own. */
export function RoleSelect({ value, disabled, hint, onChange }: RoleSelectProps) {
  const { t } = useTranslation('people')
  const { t: say } = useTranslation('app')
  const { id, permissions } = useProject()
  const { data: roles = [] } = useQuery(rolesQuery(id))
  const offered = roles.filter((role) => role.id === value || (role.fixed !== 'owner' && includes(permissions, role.permissions)))
  return (
    <Select
      label={t('role')}
      hint={hint}
      value={value}
      disabled={disabled}
      options={offered.map((role) => ({ value: role.id, label: roleTitle(role, say) }))}
      onChange={onChange}
    />
  )
}
