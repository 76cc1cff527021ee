import { failure } from '../errors.ts'
import type { PeopleContext } from './context.ts'
import type { Where } from './sessions.store.ts'

/** Whoever found an open page cannot do what matters: it asks for the password again, and guessing it is counted as at sign-in. Throws `wrong-password`. */
export async function checkOwnPassword(
  people: PeopleContext,
  id: number,
  password: string,
  { address }: Pick<Where, 'address'>,
): Promise<void> {
  const { db, clock, passwords, accounts, attempts } = people
  const account = await db.transaction(function* () {
    const found = yield* accounts.find(id)
    yield* attempts.begin(found.email_key, address, clock.now())
    return found
  })
  if (!(await passwords.matches(password, account.password_hash))) throw failure('wrong-password')
  await db.transaction(() => attempts.succeeded(account.email_key, address))
}
