import { normalPhone } from '@voronka/functions'
import type { Parameters } from './parameters.ts'
import { malformed } from './refused.ts'

/** A phone number in its one form (telephony, section 2); WhatsApp's ending may stand behind it. */
export function readPhone(params: Parameters, name: string): string {
  const phone = normalPhone(params.needText(name).replace(/@(s\.whatsapp\.net|c\.us)$/, ''))
  if (phone === undefined) throw malformed(name, 'must be a phone number')
  return phone
}
