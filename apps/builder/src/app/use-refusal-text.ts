import { useTranslation } from 'react-i18next'
import { ApiError } from './api-error.ts'

/** Codes of failures that a person meets where he works with clients, orders and their set-up: each has words in both languages. */
const known = [
  'block-not-found',
  'calling-off',
  'client-changed',
  'client-not-found',
  'everybody-meant',
  'file-empty',
  'file-no-text',
  'label-exists',
  'label-in-use',
  'label-not-found',
  'lead-changed',
  'lead-not-found',
  'list-not-found',
  'message-not-failed',
  'message-not-found',
  'name-taken',
  'nobody-on-shift',
  'not-allowed',
  'not-confirmed',
  'not-his-phone',
  'not-merged',
  'not-published',
  'not-yours',
  'operator-not-found',
  'order-not-found',
  'outdated',
  'pending-not-found',
  'pipeline-is-branch',
  'pipeline-not-found',
  'reply-not-found',
  'state-not-found',
  'stopped-number-not-found',
  'too-many-requests',
  'wrong-phone',
] as const

/** Why the server refused something, in the language of the page; `otherwise` when there is nothing to add. The server itself speaks to programs. */
export function useRefusalText(): (error: unknown, otherwise: string) => string {
  const { t } = useTranslation('app')
  return (error, otherwise) => {
    if (error instanceof ApiError && error.code === 'offline') return t('errors.offline')
    const code = error instanceof ApiError ? known.find((each) => each === error.code) : undefined
    return code ? t(`refusals.${code}`) : otherwise
  }
}
