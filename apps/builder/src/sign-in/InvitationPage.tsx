import { acceptInvitation, lookAtInvitation, registerByInvitation } from '@voronka/api'
import type { Me } from '@voronka/api'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useLocation, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError } from '../app/api-error.ts'
import { Broken } from '../app/Broken.tsx'
import { call } from '../app/call.ts'
import { useLanguage } from '../app/language.ts'
import { roleTitle } from '../app/role-title.ts'
import { meQuery, useNoteMe } from '../app/session.ts'
import { Button, TextInput } from '../ui/index.ts'
import { DoorFrame } from './DoorFrame.tsx'
import { Fault } from './Fault.tsx'
import { PasswordInput } from './PasswordInput.tsx'
import { SignInForm } from './SignInForm.tsx'
import { signInFault } from './sign-in-fault.ts'

interface Invited {
  readonly token: string
  readonly project: string
  readonly email: string | null
  onJoined(project: number): void
}

/** An invitation by its link: join as who is signed in, with an account that one has, or with a new one. */
export function InvitationPage() {
  const { t } = useTranslation('sign-in')
  const { t: say } = useTranslation('app')
  const { hash: token } = useLocation()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const { data, error, refetch } = useQuery({
    queryKey: ['invitation', token],
    queryFn: () => call(lookAtInvitation, { token }),
    enabled: token !== '',
    gcTime: 0,
    retry: false,
  })
  const { data: me, isPending: asking } = useQuery(meQuery)
  const [member, setMember] = useState(false)
  if (!token || (error && signInFault(error) === 'wrong-link'))
    return (
      <DoorFrame title={t('invitation.wrong')} about={t('invitation.wrongAbout')}>
        <Button className="w-full" onClick={() => void navigate({ to: '/' })}>
          {t('toProjects')}
        </Button>
      </DoorFrame>
    )
  if (error && !data) return <Broken error={error} onRetry={() => void refetch()} />
  if (!data || asking) return null
  const role = roleTitle(data.role, say)
  const onJoined = async (projectId: number) => {
    await queries.invalidateQueries({ queryKey: meQuery.queryKey })
    await navigate({ to: '/p/$projectId', params: { projectId }, replace: true })
  }
  const invited: Invited = { token, project: data.project, email: data.email, onJoined: (id) => void onJoined(id) }
  return (
    <DoorFrame
      title={t('invitation.title', { project: data.project || say('project.untitled') })}
      about={t('invitation.about', { invitedBy: data.invitedBy, role })}
    >
      {me ? <Join invited={invited} me={me} /> : <Come invited={invited} member={member} onMember={setMember} />}
    </DoorFrame>
  )
}

function Join({ invited: { token, onJoined }, me }: { invited: Invited; me: Me }) {
  const { t } = useTranslation('sign-in')
  const navigate = useNavigate()
  const [fault, setFault] = useState<ReturnType<typeof signInFault> | 'already-member'>()
  const [busy, setBusy] = useState(false)
  const join = async () => {
    setBusy(true)
    try {
      onJoined((await call(acceptInvitation, { token })).projectId)
    } catch (error) {
      setFault(error instanceof ApiError && error.code === 'already-member' ? 'already-member' : signInFault(error))
      setBusy(false)
    }
  }
  return (
    <div className="flex flex-col gap-4">
      <p className="text-sm wrap-anywhere">{t('invitation.signedInAs', { name: me.account.name, email: me.account.email })}</p>
      {fault && <Fault text={t(`fault.${fault}`)} />}
      {fault === 'already-member' ? (
        <Button className="h-9" onClick={() => void navigate({ to: '/' })}>
          {t('toProjects')}
        </Button>
      ) : (
        <Button look="primary" autoFocus className="h-9" busy={busy} onClick={() => void join()}>
          {t('invitation.join')}
        </Button>
      )}
    </div>
  )
}

function Come({ invited, member, onMember }: { invited: Invited; member: boolean; onMember(member: boolean): void }) {
  const { t } = useTranslation('sign-in')
  const noteMe = useNoteMe()
  return (
    <div className="flex flex-col gap-4">
      {member ? (
        // Signed in, the page offers to join.
        <SignInForm email={invited.email ?? undefined} onSignedIn={noteMe} />
      ) : (
        <Register invited={invited} onMember={() => onMember(true)} />
      )}
      <Button look="quiet" className="self-center text-accent!" onClick={() => onMember(!member)}>
        {t(member ? 'invitation.newHere' : 'invitation.haveAccount')}
      </Button>
    </div>
  )
}

function Register({ invited: { token, email: fixed, onJoined }, onMember }: { invited: Invited; onMember(): void }) {
  const { t } = useTranslation('sign-in')
  const language = useLanguage()
  const noteMe = useNoteMe()
  const [name, setName] = useState('')
  const [email, setEmail] = useState(fixed ?? '')
  const [password, setPassword] = useState('')
  const [fault, setFault] = useState<ReturnType<typeof signInFault>>()
  const [busy, setBusy] = useState(false)
  const submit = async () => {
    setBusy(true)
    setFault(undefined)
    try {
      const { projectId, me } = await call(registerByInvitation, {
        token,
        ...(fixed === null && { email: email.trim() }),
        name: name.trim(),
        password,
        language,
      })
      noteMe(me)
      onJoined(projectId)
    } catch (error) {
      setFault(signInFault(error))
      setBusy(false)
    }
  }
  return (
    <form
      aria-label={t('invitation.register')}
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        if (!busy) void submit()
      }}
    >
      <TextInput label={t('name')} autoComplete="name" autoFocus required maxLength={255} value={name} onChange={setName} />
      <TextInput
        label={t('email')}
        type="email"
        autoComplete="username"
        required
        readOnly={fixed !== null}
        maxLength={254}
        value={email}
        onChange={setEmail}
      />
      <PasswordInput label={t('password')} autoComplete="new-password" required value={password} onChange={setPassword} />
      {fault && <Fault text={t(`fault.${fault}`)} />}
      {fault === 'account-exists' && (
        <Button className="h-9" onClick={onMember}>
          {t('invitation.haveAccount')}
        </Button>
      )}
      <Button type="submit" look="primary" className="h-9" busy={busy}>
        {t('invitation.submit')}
      </Button>
    </form>
  )
}
