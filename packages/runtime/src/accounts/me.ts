import type { Me } from '@voronka/api'
import type { Step } from '@voronka/flow/engine'
import { createHash } from 'node:crypto'
import type { MembersStore } from '../members/members.store.ts'
import type { AccountsStore } from './accounts.store.ts'

/** The token that a page shows with each writing call. Made from the cookie, which a page of another site can send but not read. */
export const csrfTokenOf = (cookie: string): string => createHash('sha256').update(`token of the session ${cookie}`).digest('base64url')

/** Everything that a page needs to know of whoever is signed in. */
export function* readMe(accounts: AccountsStore, members: MembersStore, id: number, cookie: string): Step<Me> {
  const { email, name, language, totp_on, installation_owner } = yield* accounts.find(id)
  return {
    account: {
      id,
      email,
      name,
      language,
      secondFactor: totp_on === 1,
      recoveryCodes: yield* accounts.recoveryCodes(id),
      installationOwner: installation_owner === 1,
    },
    projects: yield* members.projectsOf(id),
    csrfToken: csrfTokenOf(cookie),
  }
}
