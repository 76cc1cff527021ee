import { useTranslation } from 'react-i18next'
import { ApiError } from '../app/api-error.ts'
import { useRefusalText } from '../app/use-refusal-text.ts'

const known = [
  'slot-taken',
  'outside-hours',
  'time-passed',
  'visit-changed',
  'visit-not-found',
  'employee-has-visits',
  'branch-key-taken',
  'branch-exists',
  'booking-begun',
  'member-not-found',
  'wrong-confirmation',
  'client-needed',
] as const

/** Why the server refused something about booking, in the words of a person. */
export function useFailureText(): (error: unknown) => string {
  const { t } = useTranslation('booking')
  const refusal = useRefusalText()
  return (error) => {
    if (!(error instanceof ApiError)) return t('failed.other')
    const code = known.find((each) => each === error.code)
    return code ? t(`failed.${code}`) : refusal(error, t('failed.other'))
  }
}
