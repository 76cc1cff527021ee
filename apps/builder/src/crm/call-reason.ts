import type { TFunction } from 'i18next'

/** Reasons of our own, which have words in both languages. */
const known = [
  'number is blocked',
  'number is required',
  'record_id is required',
  'zvonobot is not connected',
  'zvonobot does not answer',
  'zvonobot answered something else',
  'zvonobot refused the call',
  'cut off before it began',
] as const

/** Why a call did not begin, in the language of the page; else in the words of the vendor. */
export function callReason(t: TFunction<'crm'>, reason: string): string {
  const own = known.find((each) => each === reason)
  return own ? t(`call.reasons.${own}`) : reason
}
