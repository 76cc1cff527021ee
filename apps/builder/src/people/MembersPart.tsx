import { removeMember } from '@voronka/api'
import type { Member } from '@voronka/api'
import { useQuery } from '@tanstack/react-query'
import { Ellipsis, Pencil, ShieldCheck, UserMinus, UserPlus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ConfirmDialog } from '../account/ConfirmDialog.tsx'
import { call } from '../app/call.ts'
import { useProject } from '../app/project-context.tsx'
import { roleTitle } from '../app/role-title.ts'
import { useMe } from '../app/session.ts'
import { Moment } from '../projects/Moment.tsx'
import { NotLoaded } from '../settings/NotLoaded.tsx'
import { Button, Card, IconButton, Menu, Skeleton, toast } from '../ui/index.ts'
import type { MenuEntry } from '../ui/index.ts'
import { Invitations } from './Invitations.tsx'
import { InviteDialog } from './InviteDialog.tsx'
import { MemberDialog } from './MemberDialog.tsx'
import { OwnershipDialog } from './OwnershipDialog.tsx'
import { membersQuery } from './queries.ts'
import { useFreshPeople, useRefusal, useReloadPeople } from './use-people.ts'

type Open = { readonly what: 'card' | 'remove' | 'owner'; readonly member: Member } | { readonly what: 'invite' }

/** Who works in the project, and who is invited. */
export default function MembersPart() {
  const { t } = useTranslation('people')
  const { id: projectId, rights } = useProject()
  const { data: members, error, refetch } = useQuery(membersQuery(projectId))
  const [open, setOpen] = useState<Open>()
  const reload = useReloadPeople()
  const refusal = useRefusal()
  useFreshPeople()
  const close = () => setOpen(undefined)
  const edits = rights.may('employees', 'edit')
  return (
    <>
      <Card
        title={t('members.title')}
        about={t('members.about')}
        aside={
          edits && (
            <Button look="primary" icon={<UserPlus size={14} aria-hidden />} onClick={() => setOpen({ what: 'invite' })}>
              {t('invite.button')}
            </Button>
          )
        }
      >
        {error && !members ? (
          <NotLoaded onRetry={() => void refetch()} />
        ) : members ? (
          <ul aria-label={t('members.title')} className="flex flex-col">
            {members.map((member) => (
              <MemberRow key={member.account} member={member} edits={edits} onOpen={(what) => setOpen({ what, member })} />
            ))}
          </ul>
        ) : (
          <Skeleton className="h-24" />
        )}
      </Card>
      <Invitations edits={edits} />
      {open?.what === 'invite' && <InviteDialog onClose={close} />}
      {open?.what === 'card' && <MemberDialog member={open.member} onClose={close} />}
      {open?.what === 'owner' && <OwnershipDialog member={open.member} onClose={close} />}
      {open?.what === 'remove' && (
        <ConfirmDialog
          title={t('remove.title', { name: open.member.shownName })}
          about={t('remove.about')}
          action={t('remove.button')}
          danger
          faultOf={refusal}
          run={() => call(removeMember, { projectId, account: open.member.account })}
          onDone={() => {
            toast(t('remove.done', { name: open.member.shownName }))
            close()
            reload()
          }}
          onClose={close}
        />
      )}
    </>
  )
}

interface MemberRowProps {
  readonly member: Member
  readonly edits: boolean
  onOpen(what: 'card' | 'remove' | 'owner'): void
}

function MemberRow({ member, edits, onOpen }: MemberRowProps) {
  const { t } = useTranslation('people')
  const { t: say } = useTranslation('app')
  const { role: mine } = useProject()
  const { account } = useMe()
  const self = member.account === account.id
  const items: MenuEntry[] = [
    { label: t('members.edit'), icon: <Pencil size={14} />, onSelect: () => onOpen('card') },
    ...(mine === 'owner' && !self ? [{ label: t('owner.button'), icon: <ShieldCheck size={14} />, onSelect: () => onOpen('owner') }] : []),
    ...(member.role.id !== 'owner'
      ? (['line', { label: t('remove.button'), icon: <UserMinus size={14} />, danger: true, onSelect: () => onOpen('remove') }] as const)
      : []),
  ]
  return (
    <li className="flex items-center gap-3 border-t border-line py-2 first:border-t-0 first:pt-0">
      <span
        aria-hidden
        className="flex size-8 shrink-0 items-center justify-center rounded-full bg-accent-soft text-sm font-medium text-accent"
      >
        {[...member.shownName][0]?.toLocaleUpperCase()}
      </span>
      <div className="min-w-0 flex-1">
        <p className="truncate text-sm font-medium">
          {member.shownName}
          {self && <span className="ml-2 text-xs font-normal text-faint">{t('members.you')}</span>}
          {member.disabled && <span className="ml-2 rounded-sm bg-danger-soft px-1 text-xs text-danger">{t('members.disabled')}</span>}
        </p>
        <p className="flex flex-wrap gap-x-3 text-xs text-muted">
          <span className="wrap-anywhere">{member.email}</span>
          {member.position && <span className="wrap-anywhere">{member.position}</span>}
          {member.phone && <span>{member.phone}</span>}
        </p>
      </div>
      <div className="shrink-0 text-right text-xs text-muted">
        <p className="text-sm text-text">{roleTitle(member.role, say)}</p>
        <p className="max-sm:hidden">{member.lastSeenAt ? <Moment at={member.lastSeenAt} /> : t('members.neverSeen')}</p>
      </div>
      {edits && (
        <Menu
          align="end"
          items={items}
          trigger={<IconButton label={t('members.menu', { name: member.shownName })} icon={<Ellipsis size={16} />} />}
        />
      )}
    </li>
  )
}
