import { revokeInvitation } from '@voronka/api'
import { useMutation, useQuery } from '@tanstack/react-query'
import { MailPlus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { call } from '../app/call.ts'
import { useProject } from '../app/project-context.tsx'
import { roleTitle } from '../app/role-title.ts'
import { Moment } from '../projects/Moment.tsx'
import { Button, Card, toast } from '../ui/index.ts'
import { invitationsQuery } from './queries.ts'
import { useReloadPeople } from './use-people.ts'

/** Links that still let somebody in. Nothing stands here while there is none. */
export function Invitations({ edits }: { edits: boolean }) {
  const { t } = useTranslation('people')
  const { t: say } = useTranslation('app')
  const { id: projectId } = useProject()
  const { data: invitations = [] } = useQuery(invitationsQuery(projectId))
  const reload = useReloadPeople()
  const { mutate: revoke, isPending } = useMutation({
    mutationFn: (invitation: number) => call(revokeInvitation, { projectId, invitation }),
    onSuccess: () => toast(t('invite.revoked')),
    onError: () => toast.error(t('failed')),
    onSettled: reload,
  })
  if (!invitations.length) return null
  return (
    <Card title={t('invite.open')} about={t('invite.openAbout')}>
      <ul aria-label={t('invite.open')} className="flex flex-col">
        {invitations.map(({ id, role, email, createdBy, expiresAt }) => (
          <li key={id} className="flex items-center gap-3 border-t border-line py-2 text-sm first:border-t-0 first:pt-0">
            <MailPlus size={16} aria-hidden className="shrink-0 text-faint" />
            <div className="min-w-0 flex-1">
              <p className="truncate">{email ?? t('invite.anybody')}</p>
              <p className="flex flex-wrap gap-x-3 text-xs text-muted">
                <span>{roleTitle(role, say)}</span>
                <span>{t('invite.by', { name: createdBy })}</span>
                <span>
                  {t('until')} <Moment at={expiresAt} />
                </span>
              </p>
            </div>
            {edits && (
              <Button small disabled={isPending} onClick={() => revoke(id)}>
                {t('invite.revoke')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}
