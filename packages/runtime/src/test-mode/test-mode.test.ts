/** The hooks by which a test moves a whole server (reliability-promises, section 17). */
import { expect, it, onTestFinished } from 'vitest'
import { serve } from '../../test/http/serve.ts'
import { funnel, talk } from '../../test/funnel.ts'
import { createLogger } from '../config/logger.ts'
import { BadSettings, readSettings } from '../config/settings.ts'
import { createServer } from '../http/create-server.ts'
import { createInstallation } from '../installation.ts'
import type { Sender } from '../outbox/sender.ts'
import { createFaults } from './fault-points.ts'
import { createTestMode } from './test-mode.ts'

const settings = readSettings(['--port', '0', '--test-mode', 'on', '--log-level', 'error'], {})

async function testServer() {
  const test = createTestMode()
  const installation = createInstallation({ ...test.options, database: ':memory:' })
  const server = createServer(installation, settings, createLogger(settings, { write: () => undefined }), test.routes(installation))
  const url = await server.listen()
  await installation.worker.start()
  onTestFinished(async () => {
    await server.close(0)
    await installation.close()
  })
  const ask = async (path: string, body?: unknown, type = 'application/json') => {
    const init = body === undefined ? {} : { method: 'POST', headers: { 'content-type': type }, body: JSON.stringify(body) }
    const answer = await fetch(url + path, init)
    const said: { now: string; passed: Record<string, number> } = JSON.parse(await answer.text())
    return { status: answer.status, body: said }
  }
  const clear = () => fetch(`${url}/test/faults`, { method: 'DELETE' })
  return { ask, clear, options: test.options }
}

it('moves the clock on, with what is due on the way, and puts it anywhere', async () => {
  const { ask, options } = await testServer()
  const { now } = (await ask('/test')).body
  const rang: number[] = []
  options.clock?.at(Date.parse(now) + 60_000, () => rang.push(options.clock?.now() ?? 0))
  const later = (await ask('/test/clock', { advance: 3_600_000 })).body
  expect(Date.parse(later.now) - Date.parse(now)).toBe(3_600_000)
  expect(rang).toEqual([Date.parse(now) + 60_000])
  expect((await ask('/test/clock', { set: '2030-01-01T00:00:00+03:00' })).body.now).toBe('2029-12-31T21:00:00.000Z')
  expect((await ask('/test/clock', { set: 0 })).body.now).toBe('1970-01-01T00:00:00.000Z')
  expect((await ask('/test/clock', { advance: -1 })).status).toBe(400)
  expect((await ask('/test/clock', { advance: 1 }, 'text/plain')).status).toBe(415)
})

it('repeats random numbers, and looks names up where it is told', async () => {
  const { ask, options } = await testServer()
  const draws = () => [options.random?.(), options.random?.()]
  await ask('/test/random', { seed: 7 })
  const first = draws()
  await ask('/test/random', { seed: 7 })
  expect(draws()).toEqual(first)
  await ask('/test/resolver', { host: 'Partner.example', addresses: ['10.0.0.1', '192.0.2.1'] })
  expect(await options.resolve?.('partner.example')).toEqual(['10.0.0.1', '192.0.2.1'])
})

it('plans faults by name and number, and counts what was passed', async () => {
  const { ask, clear, options } = await testServer()
  await ask('/test/faults', { fault: 'send.before:2' })
  const pass = () => options.faults?.pass('send.before')
  expect(pass).not.toThrow()
  expect(pass).toThrow('send.before')
  expect(pass).not.toThrow()
  await ask('/test/faults', { fault: 'send.before', lasts: true })
  expect(pass).toThrow()
  expect(pass).toThrow()
  await clear()
  expect(pass).not.toThrow()
  expect((await ask('/test')).body.passed['send.before']).toBe(6)
  expect((await ask('/test/faults', { fault: 'send.before:0' })).status).toBe(400)
  expect((await ask('/test/faults', { fault: 'sleep' })).status).toBe(400)
})

it('is not there outside of test mode, which nobody but this machine may reach', async () => {
  const server = await serve()
  expect((await server.as('nobody').call('GET', '/test')).status).not.toBe(200)
  expect((await server.as('nobody').call('POST', '/test/clock', { advance: 1 })).status).toBe(404)
  for (const more of [
    ['--host', '0.0.0.0', '--proxy', '10.0.0.1'],
    ['--proxy', '127.0.0.1'],
    ['--database-url', 'postgres://127.0.0.1/voronka'],
  ])
    expect(() => readSettings(['--test-mode', 'on', ...more], {})).toThrow(BadSettings)
})

const counting = funnel(
  { 1: { type: 'nonstate_cond', calculator: 'project.n = n + 1', text: '#{n}', webhook: 'https://hook.example/' } },
  [],
  {
    variables: [{ name: 'n', value: '0' }],
  },
)

function fakeSender(): { sent: string[]; sender: Sender } {
  const sent: string[] = []
  const send: Sender['send'] = async ({ key }) => {
    sent.push(key)
    return { kind: 'accepted', id: null }
  }
  return { sent, sender: { kind: 'block-webhook', atOnce: 1, longestMs: 1000, send } }
}

it.each([false, true])('a turn whose storage fails at any of its writes leaves nothing behind (from then on: %s)', async (lasts) => {
  const faults = createFaults()
  const { sent, sender } = fakeSender()
  const chat = await talk(counting, { faults, senders: [sender] })
  onTestFinished(() => chat.installation.close())
  await chat.say('anna', 'first', 'first')
  const before = faults.passed()['storage.write']
  await chat.say('anna', 'second', 'second')
  const writes = faults.passed()['storage.write'] - before
  expect(writes).toBeGreaterThan(3)
  for (let number = 1; number <= writes; number++) {
    const id = `m${number}`
    faults.plan({ point: 'storage.write', number, does: 'fail', lasts })
    await chat.say('anna', 'hello', id).catch(() => undefined)
    faults.clear()
    await chat.advance(10_000)
    // The sender tries again, as who was not answered does.
    await chat.say('anna', 'hello', id)
  }
  await chat.advance(60_000)
  const answers = (await chat.dialogue('anna')).filter((line) => line.startsWith('bot: '))
  expect(answers).toEqual(Array.from({ length: writes + 2 }, (_, at) => `bot: ${at + 1}`))
  expect(new Set(sent).size).toBe(writes + 2)
})

it('a server that dies while it sends sends again, with the same key', async () => {
  const faults = createFaults()
  const { sent, sender } = fakeSender()
  const chat = await talk(counting, { faults, senders: [sender] })
  onTestFinished(() => chat.installation.close())
  faults.plan({ point: 'send.after', number: 1, does: 'fail', lasts: false })
  await chat.say('anna', 'hello')
  await chat.advance(60_000)
  expect(sent).toHaveLength(2)
  expect(new Set(sent).size).toBe(1)
})

it('a storage that fails for long sets nothing aside: what was not stored was not acknowledged, and comes again', async () => {
  const faults = createFaults()
  const chat = await talk(counting, { faults, senders: [] })
  onTestFinished(() => chat.installation.close())
  faults.plan({ point: 'storage.write', number: 5, does: 'fail', lasts: true })
  for (let attempt = 0; attempt < 5; attempt++) {
    await expect(chat.say('anna', 'hello', 'one')).rejects.toMatchObject({ code: 'SQLITE_IOERR' })
    await chat.advance(5000)
  }
  faults.clear()
  expect(await chat.say('anna', 'hello', 'one')).toEqual(['1'])
  expect(await chat.installation.projects.log(chat.project)).toEqual([])
})
