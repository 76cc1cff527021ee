import { meSchema, sections } from '@voronka/api'
import { projectSchema } from '@voronka/flow'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { askDraftEarly, takeEarlyDraft } from './early-draft.ts'
import { queries } from './query-client.ts'
import { meQuery } from './session.ts'

const mine = (id: number, level: 'none' | 'view') => ({
  id,
  name: 'Shop',
  role: { id: 'operator', name: '' },
  permissions: { sections: Object.fromEntries(sections.map((section) => [section, level])), rights: [] },
})
const account = {
  id: 1,
  email: 'olga@example.com',
  name: 'Olga',
  language: 'en',
  secondFactor: false,
  recoveryCodes: 0,
  installationOwner: false,
}
const me = meSchema.parse({ account, projects: [mine(1, 'view'), mine(2, 'none')], csrfToken: 'token' })
const draft = { revision: 4, project: projectSchema.parse({ format: 1 }) }

beforeEach(() => queries.setQueryData(meQuery.queryKey, me))
afterEach(() => {
  queries.removeQueries({ queryKey: meQuery.queryKey })
  vi.unstubAllGlobals()
})

it('asks once for a draft and gives it out once', async () => {
  const fetch = vi.fn(async () => Response.json(draft))
  vi.stubGlobal('fetch', fetch)
  askDraftEarly(1)
  askDraftEarly(1)
  expect(await takeEarlyDraft(1)).toMatchObject({ revision: 4 })
  expect(fetch).toHaveBeenCalledTimes(1)
  expect(takeEarlyDraft(1)).toBeUndefined()
})

it('does not ask where the person may not see the funnel, and leaves a failure to who asks next', async () => {
  const fetch = vi.fn(async () => Response.json({ error: { code: 'busy', message: 'Later.' } }, { status: 503 }))
  vi.stubGlobal('fetch', fetch)
  askDraftEarly(2)
  expect(await takeEarlyDraft(2)).toBeUndefined()
  expect(fetch).not.toHaveBeenCalled()
  askDraftEarly(1)
  expect(await takeEarlyDraft(1)).toBeUndefined()
  expect(fetch).toHaveBeenCalledTimes(1)
})
