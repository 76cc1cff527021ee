import { createRole, updateRole } from '@voronka/api'
import type { Permissions } from '@voronka/api'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ConfirmDialog } from '../account/ConfirmDialog.tsx'
import { call } from '../app/call.ts'
import { useProject } from '../app/project-context.tsx'
import { TextInput, toast } from '../ui/index.ts'
import { PermissionsFields } from './PermissionsFields.tsx'
import { useRefusal, useReloadPeople } from './use-people.ts'

/** Without a number it is yet to be made. */
export interface RoleDraft {
  readonly id?: string
  readonly name: string
  readonly permissions: Permissions
}

/** Makes or changes a role; a change is in force at once for everybody who has it. */
export function RoleDialog({ role, onClose }: { role: RoleDraft; onClose(): void }) {
  const { t } = useTranslation('people')
  const { t: say } = useTranslation('app')
  const { id: projectId } = useProject()
  const reload = useReloadPeople()
  const refusal = useRefusal()
  const [name, setName] = useState(role.name)
  const [permissions, setPermissions] = useState(role.permissions)
  const fields = { name: name.trim(), permissions: { sections: { ...permissions.sections }, rights: [...permissions.rights] } }
  return (
    <ConfirmDialog
      wide
      title={t(role.id ? 'roles.editTitle' : 'roles.new')}
      about={t('roles.dialogAbout')}
      action={say('ui.save')}
      faultOf={refusal}
      run={() => (role.id ? call(updateRole, { projectId, role: role.id, ...fields }) : call(createRole, { projectId, ...fields }))}
      onDone={() => {
        toast(t('roles.saved'))
        reload()
        onClose()
      }}
      onClose={onClose}
    >
      <TextInput label={t('roles.name')} autoComplete="off" required maxLength={100} value={name} onChange={setName} />
      <PermissionsFields value={permissions} onChange={setPermissions} />
    </ConfirmDialog>
  )
}
