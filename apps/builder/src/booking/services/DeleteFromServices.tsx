import { deleteService, deleteServiceCategory } from '@voronka/api'
import type { Grouping, Service } from '@voronka/api'
import { useTranslation } from 'react-i18next'
import { call } from '../../app/call.ts'
import { useProject } from '../../app/project-context.tsx'
import { DeleteDialog } from '../DeleteDialog.tsx'
import { useSetupChange } from '../use-setup-change.ts'

export function DeleteService({ service, onClose }: { readonly service: Service; onClose(): void }) {
  const { t } = useTranslation('booking')
  const { id: projectId } = useProject()
  const change = useSetupChange()
  return (
    <DeleteDialog
      title={t('service.deleteTitle', { title: service.title })}
      about={t('service.deleteAbout')}
      busy={change.isPending}
      onDelete={() => change.mutate(() => call(deleteService, { projectId, service: service.id }), { onSuccess: onClose })}
      onClose={onClose}
    />
  )
}

export function DeleteCategory({ category, onClose }: { readonly category: Grouping; onClose(): void }) {
  const { t } = useTranslation('booking')
  const { id: projectId } = useProject()
  const change = useSetupChange()
  return (
    <DeleteDialog
      title={t('category.deleteTitle', { name: category.name })}
      about={t('category.deleteAbout')}
      busy={change.isPending}
      onDelete={() => change.mutate(() => call(deleteServiceCategory, { projectId, category: category.id }), { onSuccess: onClose })}
      onClose={onClose}
    />
  )
}
