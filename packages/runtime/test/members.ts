import { settle } from '@voronka/flow/engine'
import { fixedPermissions, type Permissions } from '@voronka/api'
import { insideProject, type Actor } from '../src/http/actor.ts'
import type { Installation } from '../src/installation.ts'

/** People of a project by their e-mails; gives their accounts. For tests that need somebody who answers. */
export async function members({ db }: Installation, project: number, ...emails: string[]): Promise<number[]> {
  return db.transaction(function* () {
    const accounts: number[] = []
    for (const email of emails) {
      const [name = ''] = email.split('@')
      const account = yield* settle(
        db.first<{ id: number }>(
          db.build
            .insertInto('accounts')
            .values({
              email,
              email_key: email.toLowerCase(),
              name,
              language: 'en',
              password_hash: null,
              installation_owner: 0,
              disabled: 0,
              totp_secret: null,
              totp_on: 0,
              totp_step: 0,
              created_at: 0,
              last_seen_at: null,
            })
            .returning('id'),
        ),
      )
      const card = { name: '', phone: '', position: 'Manager', description: '', extra: '[]' }
      yield* settle(
        db.run(
          db.build
            .insertInto('members')
            .values({ project_id: project, account_id: account?.id ?? 0, role: 'administrator', role_id: null, joined_at: 0, ...card }),
        ),
      )
      accounts.push(account?.id ?? 0)
    }
    return accounts
  })
}

/** Somebody with a role, or with a few rights of his own. */
export function actor(account: number, permissions: Permissions = fixedPermissions.administrator): Actor {
  return insideProject(
    { kind: 'person', key: null, account, email: `${account}@example.com`, name: `Person ${account}`, address: '' },
    permissions,
  )
}
