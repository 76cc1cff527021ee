import { signIn } from '@voronka/api'
import type { Me } from '@voronka/api'
import { ChevronLeft } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError } from '../app/api-error.ts'
import { call } from '../app/call.ts'
import { Button, TextInput } from '../ui/index.ts'
import { Fault } from './Fault.tsx'
import { PasswordInput } from './PasswordInput.tsx'
import { signInFault } from './sign-in-fault.ts'
import { useCountdown } from './use-countdown.ts'

interface SignInFormProps {
  /** Fills in who it is, and does not let it be another. */
  readonly email?: string
  onSignedIn(me: Me): void
}

/** E-mail and password; then the second factor of those who have one. Too many attempts count down before the next. */
export function SignInForm({ email: fixed, onSignedIn }: SignInFormProps) {
  const { t } = useTranslation('sign-in')
  const [email, setEmail] = useState(fixed ?? '')
  const [password, setPassword] = useState('')
  const [code, setCode] = useState<string>()
  const [fault, setFault] = useState<ReturnType<typeof signInFault>>()
  const [busy, setBusy] = useState(false)
  const wait = useCountdown()
  const codeStep = code !== undefined
  const submit = async () => {
    setBusy(true)
    setFault(undefined)
    try {
      onSignedIn(await call(signIn, { email: email.trim(), password, ...(codeStep && { code: code.trim() }) }))
    } catch (error) {
      if (error instanceof ApiError && error.code === 'second-factor-needed') setCode('')
      else {
        if (error instanceof ApiError && error.status === 429) wait.start(error.retryAfter ?? 60)
        setFault(signInFault(error))
      }
    } finally {
      setBusy(false)
    }
  }
  return (
    <form
      aria-label={t('signIn.title')}
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        if (!busy && !wait.seconds) void submit()
      }}
    >
      {codeStep ? (
        <CodeStep
          code={code}
          onChange={setCode}
          onBack={() => {
            setCode(undefined)
            setFault(undefined)
          }}
        />
      ) : (
        <>
          <TextInput
            label={t('email')}
            type="email"
            autoComplete="username"
            autoFocus={!fixed}
            required
            readOnly={fixed !== undefined}
            maxLength={254}
            value={email}
            onChange={setEmail}
          />
          <PasswordInput
            label={t('password')}
            autoComplete="current-password"
            autoFocus={fixed !== undefined}
            required
            value={password}
            onChange={setPassword}
          />
        </>
      )}
      {wait.seconds > 0 ? <Fault text={t('fault.wait', { time: wait.text })} /> : fault && <Fault text={t(`fault.${fault}`)} />}
      <Button type="submit" look="primary" className="h-9" busy={busy} disabled={wait.seconds > 0}>
        {t('signIn.submit')}
      </Button>
      {!codeStep && <Forgotten />}
    </form>
  )
}

function CodeStep({ code, onChange, onBack }: { code: string; onChange(code: string): void; onBack(): void }) {
  const { t } = useTranslation('sign-in')
  const field = useRef<HTMLDivElement>(null)
  useEffect(() => field.current?.querySelector('input')?.focus(), [])
  return (
    <div ref={field} className="flex flex-col gap-3">
      <Button look="quiet" small className="-ml-2 self-start" icon={<ChevronLeft size={14} aria-hidden />} onClick={onBack}>
        {t('back')}
      </Button>
      <TextInput
        label={t('code.label')}
        hint={t('code.hint')}
        autoComplete="one-time-code"
        spellCheck={false}
        autoCapitalize="none"
        required
        minLength={6}
        maxLength={40}
        className="font-mono tracking-widest"
        value={code}
        onChange={onChange}
      />
    </div>
  )
}

/** There is no mail server to count on: who forgot his password gets a link from the console. */
function Forgotten() {
  const { t } = useTranslation('sign-in')
  return (
    <details className="text-sm">
      <summary className="cursor-pointer text-accent">{t('forgot.title')}</summary>
      <p className="mt-2 text-muted">{t('forgot.about')}</p>
      <code className="mt-2 block overflow-x-auto rounded-md bg-sunken p-2 text-xs">npx voronka user reset-password name@example.com</code>
    </details>
  )
}
