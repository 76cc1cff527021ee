import { settle } from '@voronka/flow/engine'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { funnel, talk } from '../../test/funnel.ts'
import { consoleActor } from '../http/actor.ts'

const shop = funnel({
  1: {
    type: 'nonstate_cond',
    condition: 'call',
    matchType: 'exact',
    calculator: "client.phone = '79004443322'\nr = zvonobot_call('', client.phone, '')",
    text: "#{r['call_id']}",
  },
  2: { type: 'nonstate_cond', condition: 'zvonobot_call_finished', matchType: 'keywords', text: 'You did not answer' },
})

it('a call that goes on while the server is restarted is heard of afterwards, once', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'voronka-calls-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const options = { database: join(folder, 'voronka.db'), secretKey: new Uint8Array(32) }
  const first = await talk(shop, options)
  const { installation, project, clock } = first
  await installation.connections.create(consoleActor, project, {
    kind: 'mock-calls',
    name: '',
    fields: { outcome: 'no_answer', delay: 60 },
  })
  await first.say('ann', 'call')
  await installation.worker.settled()
  await installation.close()
  const second = await talk(shop, { ...options, clock })
  onTestFinished(() => second.installation.close())
  await second.advance(59_000)
  expect(await second.dialogue('ann')).toEqual(['ann: call', 'bot: 1'])
  await second.advance(2000)
  await second.advance(3_600_000)
  expect((await second.dialogue('ann')).slice(2)).toEqual([
    'event: zvonobot_call_finished: [1] 79004443322 no_answer 0',
    'bot: You did not answer',
  ])
})

it.each([
  { sendOnce: false, outcome: 'calling', begun: true },
  { sendOnce: true, outcome: 'unknown', begun: false },
])('a call over which the server died: again, or unknown where nothing is sent twice ($sendOnce)', async ({ sendOnce, outcome, begun }) => {
  const chat = await talk({ ...shop, settings: { ...shop.settings, sendOnce } })
  const { installation, project, read } = chat
  onTestFinished(() => installation.close())
  await installation.connections.create(consoleActor, project, {
    kind: 'mock-calls',
    name: '',
    fields: { outcome: 'no_answer', delay: 60 },
  })
  await chat.say('ann', 'call')
  await installation.worker.settled()
  const { db, calls, connections } = installation
  const row = async () => await db.first(db.build.selectFrom('calls').selectAll().where('project_id', '=', project))
  const cut = { outcome: 'starting', provider_call_id: null } as const
  await db.transaction(() => settle(db.run(db.build.updateTable('calls').set(cut).where('project_id', '=', project))))
  const before = await row()
  const provider = calls.providers.find(({ kind }) => kind === 'mock-calls')
  const connection = await read(() => connections.first(project, 'mock-calls'))
  if (!before || !provider || !connection) throw new Error('There was a call.')
  const asked = { from: '', to: before.number_to, record: '1', reactions: undefined, order: null, operator: null, client: 1, his: true }
  expect((await calls.begin(provider, connection, { ...asked, key: before.key })).begun).toBe(begun)
  expect(await row()).toMatchObject({ number: before.number, outcome })
})
