import { fixedPermissions, type AuditSearch } from '@voronka/api'
import { drive } from '@voronka/flow/engine'
import { beforeAll, expect, it } from 'vitest'
import { onEveryDatabase } from '../db/on-every-database.ts'
import { consoleActor, insideProject, outsideProjects } from '../http/actor.ts'
import { VirtualClock } from '../worker/clocks.ts'
import { auditStore, type AuditStore } from './audit.store.ts'

const anna = outsideProjects({ kind: 'person', account: 1, key: null, email: 'anna@example.com', name: 'Анна', address: '10.0.0.1' })
const program = { kind: 'key', account: null, key: 4, email: '', name: 'Export', address: '10.0.0.2' } as const
const key = insideProject(program, fixedPermissions.operator)

onEveryDatabase('the audit log', (db) => {
  const clock = new VirtualClock(Date.parse('2026-03-01T00:00:00Z'))
  let store: AuditStore
  const search = async (project: number | null, asked: AuditSearch = {}) => drive(store.search(project, asked))
  const subjects = async (asked: AuditSearch) => (await search(7, asked)).entries.map(({ subject }) => subject)

  beforeAll(async () => {
    store = auditStore(db(), clock)
    const acts = [
      () =>
        store.audit(anna, { action: 'channel.changed', project: 7, subject: 'Чат', before: { name: 'Чат' }, after: { name: 'Chat 100%' } }),
      () => store.audit(key, { action: 'variable.changed', project: 7, subject: 'rate', before: '1', after: '2' }),
      () =>
        store.audit(anna, {
          action: 'key.created',
          project: 7,
          subject: 'Export',
          after: { token: 'canary-1', nested: { apiKey: 'canary-2' } },
        }),
      () => store.audit(anna, { action: 'channel.changed', project: 8, subject: 'foreign' }),
      () => store.audit(consoleActor, { action: 'account.created', subject: 'boris@example.com' }),
    ]
    for (const act of acts) {
      await db().transaction(act)
      await clock.advanceTo(clock.now() + 3_600_000, async () => undefined)
    }
  })

  it('tells who did what, when, from where, with the old and the new value, the latest first', async () => {
    const { entries, next } = await search(7)
    expect(next).toBeNull()
    expect(entries.map(({ subject }) => subject)).toEqual(['Export', 'rate', 'Чат'])
    expect(entries.at(-1)).toEqual({
      id: expect.any(Number),
      at: '2026-03-01T00:00:00.000Z',
      who: { kind: 'person', account: 1, name: 'Анна, anna@example.com' },
      action: 'channel.changed',
      subject: 'Чат',
      address: '10.0.0.1',
      before: { name: 'Чат' },
      after: { name: 'Chat 100%' },
    })
  })

  it('holds projects apart, and the installation from both', async () => {
    expect((await search(8)).entries).toHaveLength(1)
    expect((await search(null)).entries).toMatchObject([{ who: { kind: 'console', name: '' }, action: 'account.created' }])
  })

  it('finds by text, person, action and time', async () => {
    expect(await subjects({ text: 'анна' })).toEqual(['Export', 'Чат'])
    expect(await subjects({ text: 'CHAT 100%' })).toEqual(['Чат'])
    expect(await subjects({ text: 'nothing like it' })).toEqual([])
    expect(await subjects({ account: 1 })).toEqual(['Export', 'Чат'])
    expect(await subjects({ action: 'variable.changed' })).toEqual(['rate'])
    expect(await subjects({ from: '2026-03-01T00:30:00Z', to: '2026-03-01T01:30:00Z' })).toEqual(['rate'])
    expect(await subjects({ text: 'export', account: 1, action: 'key.created' })).toEqual(['Export'])
  })

  it('is read page by page', async () => {
    const first = await search(7, { limit: 2 })
    expect(first.entries.map(({ subject }) => subject)).toEqual(['Export', 'rate'])
    const second = await search(7, { limit: 2, before: first.next ?? 0 })
    expect([second.entries.map(({ subject }) => subject), second.next]).toEqual([['Чат'], null])
  })

  it('holds no secret', async () => {
    expect(JSON.stringify(await search(7))).not.toContain('canary')
    expect((await search(7, { text: 'canary' })).entries).toEqual([])
    expect((await search(7)).entries[0]?.after).toEqual({ token: '[hidden]', nested: { apiKey: '[hidden]' } })
  })

  it('is not written when the act itself was not', async () => {
    const failing = db().transaction(function* () {
      yield* store.audit(anna, { action: 'role.created', project: 9, subject: 'half' })
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    expect((await search(9)).entries).toEqual([])
  })

  it('cuts what nobody would read', async () => {
    await db().transaction(() =>
      store.audit(anna, { action: 'settings.changed', project: 10, subject: 'long', after: 'x'.repeat(1_000_000) }),
    )
    expect(JSON.stringify((await search(10)).entries).length).toBeLessThan(10_000)
  })
})
