import { expect, it } from 'vitest'
import { funnel, talk, type Talk } from '../../test/funnel.ts'
import { actor, members } from '../../test/members.ts'

const everybody = Array.from({ length: 12 }, (_, index) => `p${index}`)

async function started(document: Parameters<typeof talk>[0]): Promise<{ chat: Talk; errors: unknown[] }> {
  const errors: unknown[] = []
  return { chat: await talk(document, { onError: (error) => errors.push(error) }), errors }
}

const rows = (chat: Talk, table: 'clients' | 'orders' | 'timers' | 'messages' | 'turns' | 'dialogues') =>
  chat.installation.db.all(chat.installation.db.build.selectFrom(table).selectAll())

it('turns that create orders at once get numbers of their own, and each client the order that he began', async () => {
  const { chat, errors } = await started(
    funnel({ 1: { type: 'nonstate_cond', calculator: "n = create_order('Cake')\nmine = question", text: '#{get_order_id()}' } }),
  )
  const answers = await Promise.all(everybody.flatMap((who) => [chat.say(who, 'one'), chat.say(who, 'two')]))
  const told = answers.flat().map(Number)
  const orders = (await rows(chat, 'orders')).map((row) => ({
    number: Number(Reflect.get(row, 'number')),
    client: Reflect.get(row, 'client_id'),
  }))
  expect([...told].sort((a, b) => a - b)).toEqual(orders.map(({ number }) => number).sort((a, b) => a - b))
  expect(new Set(told).size).toBe(2 * everybody.length)
  const own = new Map(orders.map(({ number, client }) => [number, client]))
  for (const [index, who] of everybody.entries()) {
    const client = await chat.clientId(who)
    expect([own.get(told[2 * index] ?? 0), own.get(told[2 * index + 1] ?? 0)]).toEqual([client, client])
  }
  expect(errors).toEqual([])
  await chat.installation.close()
})

it('a client who is deleted while his timer fires is gone with all of him, and nobody fails', async () => {
  const { chat, errors } = await started(
    funnel(
      {
        1: { type: 'start', condition: 'go', matchType: 'exact', text: 'ok' },
        2: { type: 'nonstate', calculator: "n = create_order('Late')", text: 'late' },
      },
      [[1, 2, { delay: { value: 1, unit: 'hours' } }]],
    ),
  )
  const [ann = 0] = await members(chat.installation, chat.project, 'ann@example.com')
  for (const who of [...everybody, 'stays']) await chat.say(who, 'go')
  const ids = await Promise.all(everybody.map(chat.clientId))
  const { dialogueWork } = chat.installation
  // Some of them before their timers are taken up, some after.
  const deleted = ids.map(async (id, index) => {
    for (let turn = 0; turn < index; turn++) await Promise.resolve()
    await dialogueWork.remove(chat.project, id, actor(ann))
  })
  await Promise.all([chat.advance(3_600_000), ...deleted])
  await chat.installation.worker.settled()
  expect(await chat.dialogue('stays')).toEqual(['stays: go', 'bot: ok', 'bot: late'])
  const stays = await chat.clientId('stays')
  for (const table of ['clients', 'dialogues', 'orders', 'messages', 'turns'] as const) {
    const left = (await rows(chat, table)).map((row) => Reflect.get(row, table === 'clients' ? 'id' : 'client_id'))
    expect([table, new Set(left)]).toEqual([table, new Set([stays])])
  }
  expect(await rows(chat, 'timers')).toEqual([])
  expect(errors).toEqual([])
  await chat.installation.close()
})
