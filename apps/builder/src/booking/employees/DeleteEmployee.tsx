import { deleteEmployee } from '@voronka/api'
import type { Employee } from '@voronka/api'
import { useTranslation } from 'react-i18next'
import { call } from '../../app/call.ts'
import { useProject } from '../../app/project-context.tsx'
import { DeleteDialog } from '../DeleteDialog.tsx'
import { useSetupChange } from '../use-setup-change.ts'

export function DeleteEmployee({ employee, onClose }: { readonly employee: Employee; onClose(): void }) {
  const { t } = useTranslation('booking')
  const { id: projectId } = useProject()
  const change = useSetupChange()
  return (
    <DeleteDialog
      title={t('employee.deleteTitle', { name: employee.name })}
      about={t('employee.deleteAbout')}
      busy={change.isPending}
      onDelete={() => change.mutate(() => call(deleteEmployee, { projectId, employee: employee.id }), { onSuccess: onClose })}
      onClose={onClose}
    />
  )
}
