import { useTranslation } from 'react-i18next'
import { ApiError } from '../app/api-error.ts'

const known = [
  'slot-taken',
  'outside-hours',
  'time-passed',
  'visit-changed',
  'visit-not-found',
  'employee-has-visits',
  'key-taken',
  'wrong-confirmation',
  'client-needed',
  'not-allowed',
] as const

/** Why the server refused something about booking, in the words of a person. */
export function useFailureText(): (error: unknown) => string {
  const { t } = useTranslation('booking')
  const { t: say } = useTranslation('app')
  return (error) => {
    if (!(error instanceof ApiError)) return t('failed.other')
    if (error.code === 'offline') return say('errors.offline')
    const code = known.find((each) => each === error.code)
    return code ? t(`failed.${code}`) : t('failed.other')
  }
}
