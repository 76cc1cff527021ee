import { passOwnership } from '@voronka/api'
import type { Member } from '@voronka/api'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ConfirmDialog } from '../account/ConfirmDialog.tsx'
import { call } from '../app/call.ts'
import { useProject } from '../app/project-context.tsx'
import { meQuery } from '../app/session.ts'
import { toast } from '../ui/index.ts'
import { useReloadPeople } from './use-people.ts'

/** The one thing that only the owner can give away. */
export function OwnershipDialog({ member: { account, shownName: name }, onClose }: { member: Member; onClose(): void }) {
  const { t } = useTranslation('people')
  const { id: projectId } = useProject()
  const queries = useQueryClient()
  const reload = useReloadPeople()
  return (
    <ConfirmDialog
      title={t('owner.title', { name })}
      about={t('owner.about', { name })}
      action={t('owner.button')}
      danger
      withPassword
      run={(password) => call(passOwnership, { projectId, account, password })}
      onDone={() => {
        toast(t('owner.done', { name }))
        void queries.invalidateQueries({ queryKey: meQuery.queryKey })
        reload()
        onClose()
      }}
      onClose={onClose}
    />
  )
}
