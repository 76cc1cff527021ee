import { csrfHeader, type Me } from '@voronka/api'
import { openPostgres } from '../src/db/postgres.ts'
import { createInstallation, type Installation } from '../src/installation.ts'
import { join } from 'node:path'

/** The least that argon2 takes: tests are about who may do what, not about how long a guess takes. */
export const cheapPasswords = { memory: 8, passes: 1 }

export const owner = { email: 'owner@example.com', name: 'Olga Owner', language: 'en', password: 'correct horse battery' } as const

/** A session of a browser: what it sends with each call. */
export interface TestSession {
  readonly me: Me
  readonly cookie: string
  /** For a server at this address: the cookie, and what a page of ours adds to its calls. */
  headers(url: string): Record<string, string>
}

/** Makes the owner of an installation, whom tests act as unless they say otherwise, and signs him in. */
export async function signedInOwner({ accounts }: Installation): Promise<TestSession> {
  if (!(await accounts.owned())) await accounts.add(owner)
  return testSession(await accounts.signIn(owner, { address: '127.0.0.1', browser: 'a test' }))
}

export const testSession = ({ me, cookie }: { me: Me; cookie: string }): TestSession => ({
  me,
  cookie,
  headers: (url) => ({ cookie: `voronka_session=${cookie}`, [csrfHeader]: me.csrfToken, origin: new URL(url).origin }),
})

/** The same for a data folder, or a PostgreSQL database, that a server in another process will run on. */
export async function ownerOf(data: string, databaseUrl = ''): Promise<TestSession> {
  const database = databaseUrl === '' ? join(data, 'voronka.db') : await openPostgres(databaseUrl)
  const installation = createInstallation({ database, passwordCost: cheapPasswords })
  const session = await signedInOwner(installation)
  await installation.close()
  return session
}
