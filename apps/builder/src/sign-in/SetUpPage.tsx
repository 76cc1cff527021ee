import { getSetup, setUp } from '@voronka/api'
import { useQuery } from '@tanstack/react-query'
import { Navigate, useLocation, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Broken } from '../app/Broken.tsx'
import { call } from '../app/call.ts'
import { languageNames, languages, setLanguage, useLanguage } from '../app/language.ts'
import { LeadsOn } from '../app/LeadsOn.tsx'
import { useNoteMe } from '../app/session.ts'
import { Button, Segments, TextInput } from '../ui/index.ts'
import { DoorFrame } from './DoorFrame.tsx'
import { Fault } from './Fault.tsx'
import { PasswordInput } from './PasswordInput.tsx'
import { signInFault } from './sign-in-fault.ts'

/** The first page of an installation: whoever has the link from the console becomes its owner. */
export function SetUpPage() {
  const token = useLocation({ select: ({ hash }) => hash })
  const { data, error, refetch } = useQuery({ queryKey: ['setup'], queryFn: () => call(getSetup, {}), gcTime: 0, retry: false })
  if (error && !data) return <Broken error={error} onRetry={() => void refetch()} />
  if (!data) return null
  if (!data.needed)
    return (
      <LeadsOn>
        <Navigate replace to="/" />
      </LeadsOn>
    )
  return token ? <OwnerForm token={token} /> : <WhereIsTheLink />
}

function WhereIsTheLink({ wrong }: { wrong?: boolean }) {
  const { t } = useTranslation('sign-in')
  return (
    <DoorFrame title={t('setUp.noLink.title')} about={t(wrong ? 'setUp.noLink.wrong' : 'setUp.noLink.about')}>
      <ol className="flex list-decimal flex-col gap-2 pl-5 text-sm">
        <li>{t('setUp.noLink.find')}</li>
        <li>{t('setUp.noLink.open')}</li>
        <li>{t('setUp.noLink.lost')}</li>
      </ol>
      <pre className="mt-4 overflow-x-auto rounded-md bg-sunken p-2 text-xs">{`${window.location.origin}/setup#…`}</pre>
    </DoorFrame>
  )
}

function OwnerForm({ token }: { token: string }) {
  const { t } = useTranslation('sign-in')
  const language = useLanguage()
  const navigate = useNavigate()
  const noteMe = useNoteMe()
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [fault, setFault] = useState<ReturnType<typeof signInFault>>()
  const [busy, setBusy] = useState(false)
  if (fault === 'wrong-link') return <WhereIsTheLink wrong />
  const submit = async () => {
    setBusy(true)
    setFault(undefined)
    try {
      noteMe(await call(setUp, { token, email: email.trim(), name: name.trim(), password, language }))
      await navigate({ to: '/', replace: true })
    } catch (error) {
      setFault(signInFault(error))
      setBusy(false)
    }
  }
  return (
    <DoorFrame title={t('setUp.title')} about={t('setUp.about')}>
      <form
        aria-label={t('setUp.title')}
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          if (!busy) void submit()
        }}
      >
        <Segments
          label={t('language')}
          value={language}
          options={languages.map((value) => ({ value, text: languageNames[value] }))}
          onChange={(chosen) => void setLanguage(chosen)}
        />
        <TextInput label={t('name')} autoComplete="name" autoFocus required maxLength={255} value={name} onChange={setName} />
        <TextInput label={t('email')} type="email" autoComplete="username" required maxLength={254} value={email} onChange={setEmail} />
        <PasswordInput label={t('password')} autoComplete="new-password" required value={password} onChange={setPassword} />
        {fault && <Fault text={t(`fault.${fault}`)} />}
        <Button type="submit" look="primary" className="h-9" busy={busy}>
          {t('setUp.submit')}
        </Button>
      </form>
    </DoorFrame>
  )
}
