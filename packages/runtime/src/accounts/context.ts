import type { Audit } from '../audit/audit.store.ts'
import type { Db } from '../db/contract.ts'
import { outsideProjects, type Actor } from '../http/actor.ts'
import type { LiveHub } from '../live/live-hub.ts'
import type { InvitationsStore } from '../members/invitations.store.ts'
import type { MembersStore } from '../members/members.store.ts'
import type { RolesStore } from '../roles/roles.store.ts'
import type { Secrets } from '../secrets/secrets.ts'
import type { Clock } from '../worker/contract.ts'
import type { AccountRow, AccountsStore } from './accounts.store.ts'
import type { AttemptsStore } from './attempts.store.ts'
import type { LinksStore } from './links.store.ts'
import type { Passwords } from './passwords.ts'
import type { SessionsStore, Where } from './sessions.store.ts'

/** What everything about people stands on. */
export interface PeopleContext {
  readonly db: Db
  readonly clock: Clock
  readonly audit: Audit
  readonly secrets: Secrets
  readonly live: LiveHub
  readonly passwords: Passwords
  readonly accounts: AccountsStore
  readonly sessions: SessionsStore
  readonly links: LinksStore
  readonly attempts: AttemptsStore
  readonly members: MembersStore
  readonly roles: RolesStore
  readonly invitations: InvitationsStore
}

/** An account as the actor of what it does to itself. */
export const actorOfAccount = (
  { id, email, name }: Pick<AccountRow, 'id' | 'email' | 'name'>,
  { address }: Pick<Where, 'address'>,
): Actor => outsideProjects({ kind: 'person', account: id, key: null, email, name: name || email, address })
