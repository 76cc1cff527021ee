import { updateProfile } from '@voronka/api'
import type { Language } from '@voronka/calculator'
import { useTranslation } from 'react-i18next'
import { toast } from '../ui/index.ts'
import { call } from './call.ts'
import { setLanguage } from './language.ts'
import { useNoteMe } from './session.ts'

/** The page speaks the other language at once; the account remembers it for other devices. */
export function useChangeLanguage(): (language: Language) => void {
  const { t } = useTranslation('app')
  const noteMe = useNoteMe()
  return (language) => {
    const shown = setLanguage(language)
    void shown.then((done) => done || toast.error(t('person.languageNotFetched')))
    // Of two faults with one cause the first to be seen is told.
    call(updateProfile, { language }).then(noteMe, async () => (await shown) && toast.error(t('person.languageNotKept')))
  }
}
