import { settle } from '@voronka/flow/engine'
import Database from 'better-sqlite3'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { holdDatabase } from '../hold-database.ts'
import { temporaryFile, temporaryFolder } from '../temporary-file.ts'
import { funnel } from '../funnel.ts'
import { serve } from './serve.ts'

/** Tests over SQLite alone: what they do to the disk is done through its connection. */
function connectionOf(db: object): Database.Database {
  const connection = 'connection' in db ? db.connection : undefined
  if (!(connection instanceof Database)) throw new Error('This test needs SQLite.')
  return connection
}

describe('health', () => {
  it('tells the version, the queues and that things can be stored', async () => {
    const server = await serve({ backups: 0 })
    const { status, body } = await server.call('GET', '/health')
    expect([status, body]).toEqual([
      200,
      { status: 'ok', version: expect.any(String), storage: 'ok', backup: 'none', queues: { running: 0, waiting: 0, overdueTimers: 0 } },
    ])
    expect((await server.call('GET', '/health/live')).status).toBe(200)
    expect((await server.call('GET', '/health/ready')).status).toBe(200)
  })

  it('tells that the last backup failed, and nothing of why', async () => {
    const data = dirname(temporaryFile('nothing', ''))
    mkdirSync(join(data, 'backups'))
    const server = await serve({ data })
    const told = async (state: object) => {
      writeFileSync(join(data, 'backups', 'state.json'), JSON.stringify(state))
      return (await server.call('GET', '/health')).body
    }
    expect(await told({ at: 1, ok: true, what: 'a file' })).toMatchObject({ status: 'ok', backup: 'ok' })
    const failed = await told({ at: 1, ok: false, what: 'canary' })
    expect(failed).toMatchObject({ status: 'impaired', backup: 'failed', storage: 'ok' })
    expect(JSON.stringify(failed)).not.toContain('canary')
  })

  it('says that the disk is full, refuses what it cannot store, and recovers by itself', async () => {
    const server = await serve()
    await server.call('POST', '/api/projects', { name: 'One' })
    const connection = connectionOf(server.installation.db)
    connection.pragma(`max_page_count = ${Number(connection.pragma('page_count', { simple: true }))}`)
    let refused = await server.call('POST', '/api/projects', { name: 'x' })
    for (let number = 0; number < 50 && refused.status === 200; number++)
      refused = await server.call('POST', '/api/projects', { name: 'x' })
    expect(refused).toMatchObject({ status: 503, body: { error: { code: 'storage-refused' } } })
    expect(refused.headers.get('retry-after')).toBe('1')
    expect((await server.call('GET', '/health')).body).toMatchObject({ status: 'impaired', storage: 'full' })
    expect((await server.call('GET', '/api/projects')).status).toBe(200)
    connection.pragma('max_page_count = 1000000')
    expect((await server.call('GET', '/health/ready')).status).toBe(200)
    expect((await server.call('GET', '/health')).body.storage).toBe('ok')
  })

  it('says that another program holds the database for more than five seconds (P4.3); what was accepted stays, and all goes on afterwards', async () => {
    const database = join(temporaryFolder(), 'voronka.db')
    const server = await serve({}, { database })
    const { body: project } = await server.call('POST', '/api/projects', {
      file: funnel({ 1: { type: 'start', text: 'Heard #{question}' } }),
    })
    await server.call('POST', `/api/projects/${project.id}/publish`, { revision: project.revision })
    const { path } = (await server.call('GET', `/api/projects/${project.id}/channels`)).body.channels[0]
    const say = (id: string) => server.as('nobody').call('POST', `${path}/messages?wait=1`, { visitor: 'anna', id, text: id })
    const heard = async () =>
      (await server.as('nobody').call('GET', `${path}/history?visitor=anna&after=0`)).body.messages.map(
        ({ text }: { text: string }) => text,
      )
    expect((await say('before')).status).toBe(200)

    const holder = await holdDatabase(database)
    const refused = await Promise.all([say('during'), server.call('POST', '/api/projects', { name: 'x' })])
    for (const answer of refused) expect(answer).toMatchObject({ status: 503, body: { error: { code: 'storage-refused' } } })
    expect(refused.map(({ headers }) => headers.get('retry-after'))).toEqual(['1', '1'])
    expect((await server.call('GET', '/health')).body).toMatchObject({ status: 'impaired', storage: 'locked' })
    expect((await server.call('GET', '/health/live')).status).toBe(200)

    await holder.letGo()
    expect((await server.call('GET', '/health/ready')).status).toBe(200)
    expect((await server.call('GET', '/health')).body).toMatchObject({ status: 'ok', storage: 'ok' })
    expect((await say('during')).status).toBe(200)
    expect(await heard()).toEqual(['before', 'Heard before', 'during', 'Heard during'])
  })
})

describe('metrics', () => {
  it('count what happened and what waits', async () => {
    const server = await serve()
    const { body } = await server.call('GET', '/metrics')
    for (const name of [
      'voronka_inbox_waiting 0',
      'voronka_timers_overdue 0',
      'voronka_storage_ok 1',
      'voronka_commit_seconds_count',
      'nodejs_eventloop_lag_seconds',
      'process_resident_memory_bytes',
    ])
      expect(body).toContain(name)
  })

  it('answer who brings the token when there is one, and strangers never', async () => {
    const open = await serve()
    expect((await open.call('GET', '/metrics', undefined, { 'x-forwarded-for': '203.0.113.7' })).status).toBe(403)
    const closed = await serve({ metricsToken: 'secret-of-metrics' })
    expect((await closed.call('GET', '/metrics')).status).toBe(403)
    expect((await closed.call('GET', '/metrics', undefined, { authorization: 'Bearer wrong' })).status).toBe(403)
    expect((await closed.call('GET', '/metrics', undefined, { authorization: 'Bearer secret-of-metrics' })).status).toBe(200)
    expect(closed.log.join('')).not.toContain('secret-of-metrics')
  })
})

describe('the number of a request', () => {
  it('is the caller’s own when a log can show it', async () => {
    const server = await serve()
    const id = async (own: string) =>
      (await server.call('GET', '/health/live', undefined, { 'x-request-id': own })).headers.get('x-request-id')
    expect(await id('proxy-7:a.b')).toBe('proxy-7:a.b')
    for (const bad of ['with space', 'x'.repeat(65), '<b>']) expect(await id(bad)).not.toBe(bad)
  })

  it('stands in the turn and in the inbox of what it brought', async () => {
    const server = await serve()
    const { body: project } = await server.call('POST', '/api/projects', { name: 'One', starter: 'support-menu', language: 'en' })
    await server.call('POST', `/api/projects/${project.id}/publish`, { revision: project.revision })
    const { body } = await server.call('GET', `/api/projects/${project.id}/channels`)
    const sent = { visitor: 'anna', id: 'a', text: 'hi' }
    const answer = await server.call('POST', `${body.channels[0].path}/messages?wait=1`, sent, { 'x-request-id': 'from-a-proxy' })
    expect(answer.status).toBe(200)
    const { db } = server.installation
    const requests = (table: 'turns' | 'inbox') => db.transaction(() => settle(db.all(db.build.selectFrom(table).select('request'))))
    expect([await requests('turns'), await requests('inbox')]).toEqual([[{ request: 'from-a-proxy' }], [{ request: 'from-a-proxy' }]])
  })
})
