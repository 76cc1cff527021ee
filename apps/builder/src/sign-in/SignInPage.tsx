import { useTranslation } from 'react-i18next'
import { useNoteMe } from '../app/session.ts'
import { DoorFrame } from './DoorFrame.tsx'
import { SignInForm } from './SignInForm.tsx'

/** Stands at the address that was asked for; who has signed in is there. */
export function SignInPage() {
  const { t } = useTranslation('sign-in')
  const noteMe = useNoteMe()
  return (
    <DoorFrame title={t('signIn.title')}>
      <SignInForm onSignedIn={noteMe} />
    </DoorFrame>
  )
}
