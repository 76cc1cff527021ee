import { ApiError } from '../app/api-error.ts'

const known = [
  'wrong-credentials',
  'wrong-code',
  'too-many-attempts',
  'wrong-link',
  'set-up-done',
  'account-exists',
  'for-somebody-else',
  'wrong-password',
] as const
export type SignInFault = (typeof known)[number] | 'offline' | 'other'

/** Why one could not come in, in the words of the page. */
export function signInFault(error: unknown): SignInFault {
  if (!(error instanceof ApiError)) return 'other'
  if (error.status === 429) return 'too-many-attempts'
  // Said of a code that somebody gives who is signed in already.
  if (error.code === 'wrong-own-code') return 'wrong-code'
  return known.find((code) => code === error.code) ?? (error.passing ? 'offline' : 'other')
}
