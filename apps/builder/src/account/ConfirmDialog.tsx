import { useState } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError } from '../app/api-error.ts'
import { Fault } from '../sign-in/Fault.tsx'
import { PasswordInput } from '../sign-in/PasswordInput.tsx'
import { signInFault } from '../sign-in/sign-in-fault.ts'
import { Button, Dialog } from '../ui/index.ts'

interface ConfirmDialogProps<Out> {
  readonly title: string
  readonly about: string
  /** What the deciding button says. */
  readonly action: string
  readonly danger?: boolean
  readonly wide?: boolean
  /** Asks for the password, so that nobody does it at an unwatched desk. */
  readonly withPassword?: boolean
  readonly children?: ReactNode
  /** Why the server refused, where this knows it better. */
  faultOf?(error: ApiError): string | undefined
  run(password: string): Promise<Out>
  onDone(answer: Out): void
  onClose(): void
}

/** Asks before something that cannot be taken back, does it, and says what stood in the way. */
export function ConfirmDialog<Out>(props: ConfirmDialogProps<Out>) {
  const { title, about, action, danger, wide, withPassword, children, faultOf, run, onDone, onClose } = props
  const { t } = useTranslation('account')
  const { t: say } = useTranslation('app')
  const { t: words } = useTranslation('sign-in')
  const [password, setPassword] = useState('')
  const [fault, setFault] = useState<string>()
  const [busy, setBusy] = useState(false)
  const submit = async () => {
    setBusy(true)
    setFault(undefined)
    try {
      onDone(await run(password))
    } catch (error) {
      setFault((error instanceof ApiError && faultOf?.(error)) || words(`fault.${signInFault(error)}`))
      setBusy(false)
    }
  }
  return (
    <Dialog
      open
      wide={wide}
      onClose={onClose}
      title={title}
      about={about}
      actions={
        <>
          <Button onClick={onClose}>{say('ui.cancel')}</Button>
          <Button type="submit" form="confirm" look={danger ? 'danger' : 'primary'} busy={busy}>
            {action}
          </Button>
        </>
      }
    >
      <form
        id="confirm"
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault()
          if (!busy) void submit()
        }}
      >
        {children}
        {withPassword && (
          <PasswordInput label={t('yourPassword')} autoComplete="current-password" required value={password} onChange={setPassword} />
        )}
        {fault && <Fault text={fault} />}
      </form>
    </Dialog>
  )
}
