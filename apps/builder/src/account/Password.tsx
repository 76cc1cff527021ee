import { changePassword } from '@voronka/api'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useQueryClient } from '@tanstack/react-query'
import { call } from '../app/call.ts'
import { useMe, useNoteMe } from '../app/session.ts'
import { Fault } from '../sign-in/Fault.tsx'
import { PasswordInput } from '../sign-in/PasswordInput.tsx'
import { signInFault } from '../sign-in/sign-in-fault.ts'
import { Button, Card, toast } from '../ui/index.ts'
import { sessionsQuery } from './sessions-query.ts'

export function Password() {
  const { t } = useTranslation('account')
  const { t: words } = useTranslation('sign-in')
  const { account } = useMe()
  const noteMe = useNoteMe()
  const queries = useQueryClient()
  const [current, setCurrent] = useState('')
  const [password, setPassword] = useState('')
  const [fault, setFault] = useState<ReturnType<typeof signInFault>>()
  const [busy, setBusy] = useState(false)
  const submit = async () => {
    setBusy(true)
    setFault(undefined)
    try {
      noteMe(await call(changePassword, { current, password }))
      setCurrent('')
      setPassword('')
      toast(t('password.changed'))
      void queries.invalidateQueries({ queryKey: sessionsQuery.queryKey })
    } catch (error) {
      setFault(signInFault(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Card title={t('password.title')} about={t('password.about')}>
      <form
        aria-label={t('password.title')}
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          if (!busy) void submit()
        }}
      >
        <input type="email" autoComplete="username" className="hidden" readOnly value={account.email} />
        <div className="grid items-start gap-4 sm:grid-cols-2">
          <PasswordInput label={t('password.current')} autoComplete="current-password" required value={current} onChange={setCurrent} />
          <PasswordInput label={words('newPassword')} autoComplete="new-password" required value={password} onChange={setPassword} />
        </div>
        {fault && <Fault text={words(`fault.${fault}`)} />}
        <Button type="submit" className="self-start" busy={busy}>
          {t('password.submit')}
        </Button>
      </form>
    </Card>
  )
}
