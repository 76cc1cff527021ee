import { deleteRole } from '@voronka/api'
import type { Role } from '@voronka/api'
import { useQuery } from '@tanstack/react-query'
import { Copy, Ellipsis, Pencil, Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ConfirmDialog } from '../account/ConfirmDialog.tsx'
import { call } from '../app/call.ts'
import { useProject } from '../app/project-context.tsx'
import { roleTitle } from '../app/role-title.ts'
import { NotLoaded } from '../settings/NotLoaded.tsx'
import { Button, Card, IconButton, Menu, Skeleton, toast } from '../ui/index.ts'
import { nothingOpen } from './nothing-open.ts'
import { rolesQuery } from './queries.ts'
import { RoleDialog } from './RoleDialog.tsx'
import type { RoleDraft } from './RoleDialog.tsx'
import { RolesTable } from './RolesTable.tsx'
import { useFreshPeople, useRefusal, useReloadPeople } from './use-people.ts'

/** What each role opens: the four that are fixed, and those made by hand. */
export default function RolesPart() {
  const { t } = useTranslation('people')
  const { t: say } = useTranslation('app')
  const { id: projectId, rights } = useProject()
  const { data: roles, error, refetch } = useQuery(rolesQuery(projectId))
  const [draft, setDraft] = useState<RoleDraft>()
  const [leaving, setLeaving] = useState<Role>()
  const reload = useReloadPeople()
  const refusal = useRefusal()
  useFreshPeople()
  const edits = rights.may('employees', 'edit')
  if (error && !roles) return <NotLoaded onRetry={() => void refetch()} />
  if (!roles) return <Skeleton className="h-60" />
  const custom = roles.filter(({ fixed }) => fixed === null)
  const copy = (role: Role) =>
    setDraft({ name: t('roles.copyOf', { name: roleTitle(role, say) }).slice(0, 100), permissions: role.permissions })
  return (
    <>
      <Card
        title={t('roles.custom')}
        about={t('roles.customAbout')}
        aside={
          edits && (
            <Button look="primary" icon={<Plus size={14} aria-hidden />} onClick={() => setDraft({ name: '', permissions: nothingOpen })}>
              {t('roles.new')}
            </Button>
          )
        }
      >
        {custom.length ? (
          <ul aria-label={t('roles.custom')} className="flex flex-col">
            {custom.map((role) => (
              <li key={role.id} className="flex items-center gap-3 border-t border-line py-2 text-sm first:border-t-0 first:pt-0">
                <span className="min-w-0 flex-1 truncate font-medium">{role.name}</span>
                <span className="text-xs text-muted">{t('roles.inUse', { count: role.inUse })}</span>
                {edits && (
                  <Menu
                    align="end"
                    trigger={<IconButton label={t('roles.menu', { name: role.name })} icon={<Ellipsis size={16} />} />}
                    items={[
                      { label: t('roles.edit'), icon: <Pencil size={14} />, onSelect: () => setDraft(role) },
                      { label: t('roles.copy'), icon: <Copy size={14} />, onSelect: () => copy(role) },
                      'line',
                      {
                        label: t('roles.delete'),
                        icon: <Trash2 size={14} />,
                        danger: true,
                        disabled: role.inUse > 0,
                        onSelect: () => setLeaving(role),
                      },
                    ]}
                  />
                )}
              </li>
            ))}
          </ul>
        ) : (
          <p className="text-sm text-faint">{t('roles.none')}</p>
        )}
      </Card>
      <Card title={t('roles.table')} about={t('roles.tableAbout')}>
        <RolesTable roles={roles} />
      </Card>
      {draft && <RoleDialog role={draft} onClose={() => setDraft(undefined)} />}
      {leaving && (
        <ConfirmDialog
          title={t('roles.deleteTitle', { name: leaving.name })}
          about={t('roles.deleteAbout')}
          action={t('roles.delete')}
          danger
          faultOf={refusal}
          run={() => call(deleteRole, { projectId, role: leaving.id })}
          onDone={() => {
            toast(t('roles.deleted', { name: leaving.name }))
            setLeaving(undefined)
            reload()
          }}
          onClose={() => setLeaving(undefined)}
        />
      )}
    </>
  )
}
