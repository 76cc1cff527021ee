import { createApiKeys, type ApiKeys } from '../api-keys/api-keys.ts'
import { apiKeysStore, type ApiKeysStore } from '../api-keys/api-keys.store.ts'
import type { LiveHub } from '../live/live-hub.ts'
import { invitationsStore } from '../members/invitations.store.ts'
import { createMembers, type Members } from '../members/members.ts'
import { membersStore, type MembersStore } from '../members/members.store.ts'
import { createRoles, type Roles } from '../roles/roles.ts'
import { rolesStore } from '../roles/roles.store.ts'
import type { WorkContext } from '../worker/context.ts'
import { createAccounts, type Accounts } from './accounts.ts'
import { accountsStore } from './accounts.store.ts'
import { attemptsStore } from './attempts.store.ts'
import type { PeopleContext } from './context.ts'
import { linksStore } from './links.store.ts'
import { createPasswords, type PasswordCost } from './passwords.ts'
import { secondFactor } from './second-factor.ts'
import { sessionsStore, type SessionsStore } from './sessions.store.ts'

/** Everything about people and what they may. */
export interface People {
  readonly accounts: Accounts
  readonly secondFactor: ReturnType<typeof secondFactor>
  readonly members: Members
  readonly roles: Roles
  readonly apiKeys: ApiKeys
  /** What the guard of the routes looks into. */
  readonly sessionsStore: SessionsStore
  readonly keysStore: ApiKeysStore
  readonly membersStore: MembersStore
}

export function createPeople({ db, clock, audit, secrets }: WorkContext, live: LiveHub, cost: PasswordCost): People {
  const keys = apiKeysStore(db)
  const people: PeopleContext = {
    db,
    clock,
    audit,
    secrets,
    live,
    passwords: createPasswords(cost),
    accounts: accountsStore(db),
    sessions: sessionsStore(db),
    links: linksStore(db),
    attempts: attemptsStore(db),
    members: membersStore(db),
    roles: rolesStore(db),
    invitations: invitationsStore(db),
  }
  return {
    accounts: createAccounts(people),
    secondFactor: secondFactor(people),
    members: createMembers(people),
    roles: createRoles(people),
    apiKeys: createApiKeys({ db, clock, audit, keys }),
    sessionsStore: people.sessions,
    keysStore: keys,
    membersStore: people.members,
  }
}
