import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { signedInAgain, useMe } from '../app/session.ts'
import { Dialog } from '../ui/index.ts'
import { SignInForm } from './SignInForm.tsx'

/** Over the open page when its session ended: what is on it stays, and goes on where it was. It cannot be closed, only left. */
export function SignInAgain() {
  const { t } = useTranslation('sign-in')
  const queries = useQueryClient()
  const { account } = useMe()
  return (
    <Dialog
      open
      onClose={() => window.location.assign('/')}
      closeLabel={t('again.leave')}
      title={t('again.title')}
      about={t('again.about', { name: account.name })}
    >
      <div className="pb-4">
        <SignInForm email={account.email} onSignedIn={(me) => signedInAgain(queries, me)} />
      </div>
    </Dialog>
  )
}
