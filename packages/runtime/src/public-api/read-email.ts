import { emailKey } from '../clients/contacts.ts'
import type { Parameters } from './parameters.ts'
import { malformed } from './refused.ts'

export function readEmail(params: Parameters, name: string): string {
  const email = emailKey(params.needText(name))
  if (!/^[^\s@]+@[^\s@]+$/.test(email)) throw malformed(name, 'must be an e-mail address')
  return email
}
