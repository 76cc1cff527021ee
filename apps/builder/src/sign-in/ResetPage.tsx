import { lookAtPasswordReset, resetPassword } from '@voronka/api'
import { useQuery } from '@tanstack/react-query'
import { Link, useLocation } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Broken } from '../app/Broken.tsx'
import { call } from '../app/call.ts'
import { Button } from '../ui/index.ts'
import { DoorFrame } from './DoorFrame.tsx'
import { Fault } from './Fault.tsx'
import { PasswordInput } from './PasswordInput.tsx'
import { signInFault } from './sign-in-fault.ts'

const linkLook =
  'inline-flex h-9 w-full items-center justify-center rounded-md bg-accent text-sm font-medium text-on-accent hover:brightness-110'

/** A new password by the link that the console printed. */
export function ResetPage() {
  const { t } = useTranslation('sign-in')
  const { hash: token } = useLocation()
  const [done, setDone] = useState(false)
  const { data, error, refetch } = useQuery({
    queryKey: ['password-reset', token],
    queryFn: () => call(lookAtPasswordReset, { token }),
    enabled: token !== '',
    gcTime: 0,
    retry: false,
  })
  if (done)
    return (
      <DoorFrame title={t('reset.done')} about={t('reset.doneAbout')}>
        <Link to="/" className={linkLook}>
          {t('toSignIn')}
        </Link>
      </DoorFrame>
    )
  if (!token || (error && signInFault(error) === 'wrong-link'))
    return (
      <DoorFrame title={t('reset.wrong')} about={t('reset.wrongAbout')}>
        <Link to="/" className={linkLook}>
          {t('toSignIn')}
        </Link>
      </DoorFrame>
    )
  if (error && !data) return <Broken error={error} onRetry={() => void refetch()} />
  if (!data) return null
  return (
    <DoorFrame title={t('reset.title')} about={t('reset.about', { email: data.email })}>
      <NewPassword token={token} email={data.email} onDone={() => setDone(true)} />
    </DoorFrame>
  )
}

function NewPassword({ token, email, onDone }: { token: string; email: string; onDone(): void }) {
  const { t } = useTranslation('sign-in')
  const [password, setPassword] = useState('')
  const [fault, setFault] = useState<ReturnType<typeof signInFault>>()
  const [busy, setBusy] = useState(false)
  const submit = async () => {
    setBusy(true)
    setFault(undefined)
    try {
      await call(resetPassword, { token, password })
      onDone()
    } catch (error) {
      setFault(signInFault(error))
      setBusy(false)
    }
  }
  return (
    <form
      aria-label={t('reset.title')}
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        if (!busy) void submit()
      }}
    >
      {/* Password managers look for whom the password is. */}
      <input type="email" autoComplete="username" className="hidden" readOnly value={email} />
      <PasswordInput label={t('newPassword')} autoComplete="new-password" autoFocus required value={password} onChange={setPassword} />
      {fault && <Fault text={t(`fault.${fault}`)} />}
      <Button type="submit" look="primary" className="h-9" busy={busy}>
        {t('reset.submit')}
      </Button>
    </form>
  )
}
