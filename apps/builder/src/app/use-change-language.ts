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
    void setLanguage(language)
    call(updateProfile, { language }).then(noteMe, () => toast.error(t('person.languageNotKept')))
  }
}
