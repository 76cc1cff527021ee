import { fromPlain, toPlain, type Value } from '@voronka/calculator'
import { expect, it } from 'vitest'
import { call, testWorld } from '../../test/test-world.ts'

const plain = async (value: Value | PromiseLike<Value>): Promise<unknown> => toPlain(await value)
const error = (message: string) => ({ status: 'error', message })
const seed = [{ record: '1460168' }, { managerPhone: '74242490764' }, { smsText: 'Привет, это Толик' }, { needBlock: '1' }]

it('asks the telephony of the project to call, with numbers in their one form, and gives what it says', async () => {
  const world = testWorld()
  expect(await plain(call('zvonobot_call', ['78001112233', '8 (900) 444-33-22', '1484915'], world))).toEqual({
    status: 'success',
    call_id: 123,
  })
  expect(world.memory.requests).toMatchObject([{ through: 'telephony', method: 'POST', url: 'create', timeoutMs: 10_000 }])
  const asked = JSON.parse(world.memory.requests[0]?.body ?? '')
  expect(asked).toEqual({ number: '78001112233', phone: '79004443322', record: '1484915', client: 1, order: null })
})

it('takes integers as well as texts, and leaves blank numbers and records to the settings', async () => {
  const world = testWorld()
  await call('zvonobot_call', [78001112233, 79004443322, 1484915], world)
  await call('zvonobot_call', ['', '+7 900 444 33 22', 'None'], world)
  expect(world.memory.requests.map(({ body }) => JSON.parse(body ?? ''))).toMatchObject([
    { number: '78001112233', phone: '79004443322', record: '1484915' },
    { number: '', phone: '79004443322', record: '' },
  ])
})

it.each([
  [['', '12345', '1'], 'wrong phone'],
  [['', 'nobody', '1'], 'wrong phone'],
  [['100', '79004443322', '1'], 'wrong phone'],
  [['', '79004443322', 'hello'], 'wrong record_id'],
  [['', '79004443322'], 'wrong phone'],
] as const)('refuses %j without asking anybody', async (args, message) => {
  const world = testWorld()
  expect(await plain(call('zvonobot_call', args, world))).toEqual(error(message))
  expect(world.memory.requests).toEqual([])
})

it('says so where nothing is connected, where nobody answers, and where the answer is no dictionary', async () => {
  const asked = (memory: object) => plain(call('zvonobot_call', ['', '79004443322', '1'], testWorld({ memory })))
  const answering = (answer: object) => asked({ web: new Map([['POST telephony:create', answer]]) })
  expect(await asked({ connected: false })).toEqual(error('zvonobot is not connected'))
  expect(await answering({ status: 0, body: '', failure: 'timeout' })).toEqual(error('zvonobot does not answer'))
  expect(await answering({ status: 200, body: '<html>' })).toEqual(error('zvonobot does not answer'))
  expect(await answering({ status: 200, body: '{"status": "error", "message": "no money"}' })).toEqual(error('no money'))
})

it('takes reactions to digits as a list or as its JSON text', async () => {
  const world = testWorld()
  const args = ['', '79004443322', '1484915']
  const many = [{}, { record: 1460168, smsText: ' Hi ' }, { needBlock: 0 }, { needBlock: true, managerPhone: '8 (424) 249-07-64' }]
  for (const payload of [fromPlain(seed), JSON.stringify(seed), fromPlain(many), '[]'])
    expect(await plain(call('zvonobot_digits_call', [...args, payload], world))).toMatchObject({ status: 'success' })
  const payloads = world.memory.requests.map(({ body }) => JSON.parse(body ?? '').payload)
  const read = [{ record: '1460168' }, { managerPhone: '74242490764' }, { smsText: 'Привет, это Толик' }, { needBlock: true }]
  expect(payloads).toEqual([
    read,
    read,
    [{}, { record: '1460168', smsText: 'Hi' }, {}, { needBlock: true, managerPhone: '74242490764' }],
    [],
  ])
})

it.each([
  [Array.from({ length: 11 }, () => ({}))],
  [{ record: '1' }],
  ['{"record": "1"}'],
  ['not a list'],
  [''],
  [7],
  [[{ play: '1' }]],
  [['1460168']],
  [[{ record: 'hello' }]],
  [[{ managerPhone: '12' }]],
  [[{ smsText: '' }]],
  [[{ needBlock: 'perhaps' }]],
])('refuses the payload %j', async (payload) => {
  const world = testWorld()
  const answer = await plain(call('zvonobot_digits_call', ['', '79004443322', '1', fromPlain(payload)], world))
  expect(answer).toEqual(error('wrong payload'))
  expect(world.memory.requests).toEqual([])
})
