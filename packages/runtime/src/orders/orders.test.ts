import { audienceSchema, levels, rights, sections, workCallbacksSchema, type OrderTarget } from '@voronka/api'
import { settle } from '@voronka/flow/engine'
import { describe, expect, it } from 'vitest'
import { funnel, talk, type Talk } from '../../test/funnel.ts'
import { members } from '../../test/members.ts'
import { audienceQuery } from '../clients/audience-query.ts'
import { clientChannels } from '../clients/client-channels.ts'
import { insideProject } from '../http/actor.ts'

const everything = {
  sections: Object.fromEntries(sections.map((section) => [section, levels[2]])) as Record<(typeof sections)[number], 'edit'>,
  rights: [...rights],
}
const person = (name: string) =>
  insideProject({ kind: 'person', account: null, email: `${name}@x.y`, name, address: '', key: null }, everything)
const [ivan, olga] = [person('Ivan'), person('Olga')]

/** A block that runs what the client writes after `run`, and one that tells what a callback said. */
const scripts = (script: string, others: Parameters<typeof funnel>[0] = {}) =>
  funnel({ 1: { type: 'nonstate_cond', condition: 'go', matchType: 'exact', calculator: script, text: '#{out}' }, ...others })

/** Pipeline "Sales" with the states S1, S2, S3, beside the one that a new project has. */
async function sales({ installation: { pipelines }, project }: Talk): Promise<{ pipeline: number; states: number[] }> {
  const { id: pipeline } = await pipelines.create(project, ivan, { name: 'Deals', currency: 'EUR' })
  const states: number[] = []
  for (const name of ['S1', 'S2', 'S3']) states.push((await pipelines.createState(project, pipeline, ivan, { name, color: 'blue' })).id)
  return { pipeline, states }
}

const at = (state: number) => ({ state })
const move = (
  { installation: { orderDesk }, project }: Talk,
  order: number,
  from: number | 'unsorted',
  to: OrderTarget,
  reason = '',
  who = ivan,
) => orderDesk.move(project, order, { from: from === 'unsorted' ? { place: 'unsorted' } : at(from), to, reason }, who)

describe('orders in scripts', () => {
  it('a budget that is no number creates nothing', async () => {
    const chat = await talk(
      scripts(
        `
a = create_order("A", 100)
b = create_order("B", "x")
client.a = a
client.b = b
client.same = get_order_id() == a
client.count = count_client_orders()`,
        {
          2: {
            type: 'nonstate_cond',
            condition: 'tell',
            matchType: 'exact',
            text: '#{client.a}/#{client.b}/#{client.same}/#{client.count}',
          },
        },
      ),
    )
    await chat.say('anna', 'go')
    expect(await chat.say('anna', 'tell')).toEqual(['1/budget must be a number/True/1'])
  })

  it('a new order hides the variables of the former; switching brings them back', async () => {
    const chat = await talk(
      scripts(
        `
x = 1
old = get_order_id()
client.old = get_order_id()
new = create_order("new")
client.hidden = x == None
client.kept = get_order_var(client.old, "x")
client.back = switch_order(client.old)
client.x = x
client.unknown = switch_order(999999)`,
        {
          2: {
            type: 'nonstate_cond',
            condition: 'tell',
            matchType: 'exact',
            text: '#{client.hidden} #{client.kept} #{client.x} #{client.unknown} #{x}',
          },
        },
      ),
    )
    await chat.say('anna', 'go')
    expect(await chat.say('anna', 'tell')).toEqual(['True 1 1 1 1'])
  })

  it('moves through the states and stays in the last', async () => {
    const chat = await talk(
      scripts(
        `
o = create_order("A")
client.o = get_order_id()
client.moved = change_state(4, client.o)
client.a = move_order_to_next_state()
client.b = move_order_to_next_state()`,
        { 2: { type: 'nonstate_cond', condition: 'tell', matchType: 'exact', text: '#{client.moved} #{client.a} #{client.b}' } },
      ),
    )
    const { states } = await sales(chat)
    expect(states[1]).toBe(4)
    await chat.say('anna', 'go')
    expect(await chat.say('anna', 'tell')).toEqual([`True ${states[2]} ${states[2]}`])
    const moves: unknown[] = []
    chat.installation.live.subscribe(chat.project, (event) => moves.push(event))
    await chat.say('boris', 'go')
    expect(moves).toContainEqual(expect.objectContaining({ type: 'order-changed', from: null, to: at(1) }))
    expect(moves).toContainEqual(expect.objectContaining({ type: 'order-changed', from: at(4), to: at(5) }))
  })

  it('knows the state of the current order of another client, which need not be his latest', async () => {
    const chat = await talk(
      scripts(
        'a = create_order("A")\nclient.moved = change_state(2)\nclient.b = create_order("B")\nclient.back = switch_order(client.b - 1)',
        {
          2: {
            type: 'nonstate_cond',
            condition: 'look',
            matchType: 'exact',
            calculator: 'client.seen = get_state_id(1)',
            text: '#{client.seen}',
          },
        },
      ),
    )
    await sales(chat)
    await chat.say('anna', 'go')
    expect(await chat.say('boris', 'look')).toEqual(['2'])
  })

  it('two turns that create an order at once get numbers of their own', async () => {
    const chat = await talk(
      scripts('out = create_order("A")', {
        2: { type: 'nonstate_cond', condition: 'id', matchType: 'exact', calculator: 'client.id = get_order_id()', text: '#{client.id}' },
      }),
    )
    const people = ['a', 'b', 'c', 'd']
    await Promise.all(people.map((who) => chat.say(who, 'go')))
    const numbers = await Promise.all(people.map(async (who) => (await chat.say(who, 'id'))[0]))
    expect(numbers.toSorted()).toEqual(['1', '2', '3', '4'])
  })

  it.each([
    ['change_state("x")', 'False'],
    ['change_state(999, get_order_id())', 'False'],
    ['set_order_var(77, "a", 1)', 'False'],
    ['set_order_status_fail("nobody")', 'False'],
    ['set_order_name("none")', 'False'],
    ['set_order_name("")', 'False'],
    ['get_order_var(1.5, "a")', ''],
    ['get_count_orders("x")', '0'],
    ['latest_order_datetime(999)', ''],
    ['delete_order(12345)', 'False'],
  ])('%s gives its failure value and changes nothing', async (call, gives) => {
    const chat = await talk(
      scripts(`x = create_order("A")\nclient.out = ${call}`, {
        2: { type: 'nonstate_cond', condition: 'tell', matchType: 'exact', text: '[#{client.out}]' },
      }),
    )
    await chat.say('anna', 'go')
    expect(await chat.say('anna', 'tell')).toEqual([`[${gives}]`])
    expect((await chat.installation.orderDesk.get(chat.project, 1, ivan)).at).toEqual(at(1))
  })

  it('finds or makes the client of a phone, and leaves the current order alone', async () => {
    const chat = await talk(
      scripts(
        `
x = 1
client.a = create_order("A", "", "", "Olga", "8 (999) 123-45-67")
client.b = create_order("B", "", "", "Somebody", "+7 999 123 45 67")
client.mine = get_order_id()`,
        { 2: { type: 'nonstate_cond', condition: 'tell', matchType: 'exact', text: '#{client.a} #{client.b} #{client.mine} #{x}' } },
      ),
    )
    await chat.say('anna', 'go')
    expect(await chat.say('anna', 'tell')).toEqual(['2 3 1 1'])
    const [a, b] = [
      await chat.installation.orderDesk.get(chat.project, 2, ivan),
      await chat.installation.orderDesk.get(chat.project, 3, ivan),
    ]
    expect(a.client).toMatchObject({ name: 'Olga', messenger: 'telephony', phone: '79991234567' })
    expect(b.client.id).toBe(a.client.id)
  })
})

describe('callbacks', () => {
  const tellsCallbacks = funnel({
    1: { type: 'nonstate_cond', condition: 'go', matchType: 'exact', calculator: 'x = "first"', text: 'ok' },
    2: {
      type: 'nonstate_cond',
      condition: 'crm_state_changed Deals:S2',
      matchType: 'exact',
      text: 'S2 of #{callback_order_id}/#{callback_query_id}: #{x}',
    },
    3: { type: 'nonstate_cond', condition: 'crm_state_changed Deals:S3', matchType: 'exact', text: 'S3' },
    4: { type: 'nonstate_cond', condition: 'crm_system_state_changed fail', matchType: 'exact', text: 'failed: #{failed_reason}' },
    5: {
      type: 'nonstate_cond',
      condition: 'new',
      matchType: 'exact',
      calculator: 'o = create_order("second")\nx = "second"',
      text: '#{x}',
    },
    6: { type: 'nonstate_cond', condition: 'x', matchType: 'exact', text: '#{x}' },
  })

  it('are sent for the states that were switched on, with their order as the current one while the block handles them', async () => {
    const chat = await talk(tellsCallbacks)
    const { states } = await sales(chat)
    const [, s2 = 0, s3 = 0] = states
    await chat.read(() =>
      chat.installation.orders.settings.change(chat.project, {
        callbacks: { pipelines: [], states: [s2], system: true, responsible: false, removed: false },
      }),
    )
    await chat.say('anna', 'go')
    await chat.say('anna', 'new')
    await move(chat, 1, 1, at(s2))
    await move(chat, 1, s2, at(s3))
    expect(await chat.dialogue('anna')).toEqual([
      'anna: go',
      'bot: ok',
      'anna: new',
      'bot: second',
      'event: crm_state_changed Deals:S2',
      'bot: S2 of 1/1: first',
    ])
    expect(await chat.say('anna', 'x'), 'the usual order again').toEqual(['second'])
  })

  it('a failed order keeps its reason and is failed for scripts, until it is restored', async () => {
    const chat = await talk(tellsCallbacks)
    await chat.read(() =>
      chat.installation.orders.settings.change(chat.project, {
        callbacks: { pipelines: [], states: [], system: true, responsible: false, removed: false },
      }),
    )
    await chat.say('anna', 'go')
    const failed = await move(chat, 1, 1, { place: 'fail' }, 'price')
    expect(failed).toMatchObject({ at: { place: 'fail' }, variables: { failed_reason: 'price', x: 'first' }, restoresTo: at(1) })
    expect((await chat.dialogue('anna')).slice(-2)).toEqual(['event: crm_system_state_changed fail', 'bot: failed: price'])
    const restored = await chat.installation.orderDesk.restore(chat.project, 1, { place: 'fail' }, ivan)
    expect(restored).toMatchObject({ at: at(1), variables: { restored_from_failed: 'true' } })
    const history = await chat.installation.orderDesk.history(chat.project, 1, olga)
    expect(history.map(({ what, before, after, why, by }) => [what, before, after, why, by.kind, by.name, by.block])).toEqual([
      ['place', 'fail', 'Sales: New', '', 'person', 'Ivan', null],
      ['place', 'Sales: New', 'fail', 'price', 'person', 'Ivan', null],
      ['created', null, 'Sales: New', '', 'bot', '', 1],
    ])
  })

  it('never go round in circles: ten a minute', async () => {
    const chat = await talk(
      funnel({
        1: { type: 'nonstate_cond', condition: 'go', matchType: 'exact', calculator: 'x = 1\nclient.n = 0', text: 'ok' },
        2: {
          type: 'nonstate_cond',
          condition: 'crm_state_changed',
          matchType: 'keywords',
          calculator: 'client.n = client.n + 1\nif(client.n % 2 == 1, change_state(1), change_state(2))',
        },
        3: { type: 'nonstate_cond', condition: 'tell', matchType: 'exact', text: '#{client.n}' },
      }),
    )
    await chat.read(() =>
      chat.installation.orders.settings.change(chat.project, {
        callbacks: { pipelines: [1], states: [], system: false, responsible: false, removed: false },
      }),
    )
    await chat.say('anna', 'go')
    await move(chat, 1, 1, at(2))
    await chat.installation.worker.settled()
    expect(await chat.say('anna', 'tell')).toEqual(['10'])
  })
})

describe('two people', () => {
  it('who move the same card: the second is told', async () => {
    const chat = await talk(scripts('x = 1'))
    const { states } = await sales(chat)
    await chat.say('anna', 'go')
    const both = await Promise.allSettled([move(chat, 1, 1, at(states[0] ?? 0)), move(chat, 1, 1, at(states[1] ?? 0), '', olga)])
    expect(both[0]).toMatchObject({ status: 'fulfilled' })
    expect(both[1]).toMatchObject({
      status: 'rejected',
      reason: { code: 'order-changed', details: { conflicts: [{ field: 'place', now: at(states[0] ?? 0), by: 'Ivan' }] } },
    })
  })

  it('who edit: other fields are merged, the same one is refused with what stands there; the dialogue reads what was written', async () => {
    const chat = await talk(scripts('x = 1', { 2: { type: 'nonstate_cond', condition: 'tell', matchType: 'exact', text: '#{x}' } }))
    const { orderDesk } = chat.installation
    await chat.say('anna', 'go')
    await orderDesk.change(
      chat.project,
      1,
      [
        { field: 'budget', from: null, to: 5 },
        { field: 'variable', name: 'x', from: '1', to: '2' },
      ],
      ivan,
    )
    const merged = await orderDesk.change(chat.project, 1, [{ field: 'name', from: '', to: 'Cake' }], olga)
    expect(merged).toMatchObject({ budget: 5, name: 'Cake', variables: { x: '2' } })
    await expect(
      orderDesk.change(
        chat.project,
        1,
        [
          { field: 'description', from: '', to: 'a' },
          { field: 'variable', name: 'x', from: '1', to: '3' },
        ],
        olga,
      ),
    ).rejects.toMatchObject({
      code: 'order-changed',
      details: { conflicts: [{ field: 'variable:x', now: '2', by: 'Ivan' }] },
    })
    expect((await orderDesk.get(chat.project, 1, ivan)).description, 'all or nothing').toBe('')
    expect(await chat.say('anna', 'tell')).toEqual(['2'])
  })
})

describe('the board', () => {
  it('has columns with counts, sums and pages; test people are not on it; bans hold for hands', async () => {
    const chat = await talk(scripts('x = 1'))
    const { installation, project } = chat
    const { orderDesk, board, pipelines, testChats } = installation
    const { pipeline, states } = await sales(chat)
    const [s1 = 0, s2 = 0] = states
    for (const number of [1, 2, 3]) {
      const order = {
        clientName: `Client ${number}`,
        phone: `7900000000${number}`,
        email: '',
        name: `Order ${number}`,
        description: '',
        budget: number * 10,
        variables: {},
      }
      await orderDesk.create(project, { ...order, to: at(s1) }, ivan)
    }
    await testChats.send(project, 1, { kind: 'text', text: 'go' })
    const { columns, unsorted } = await board.get(project, pipeline, { size: 2 }, ivan)
    expect(columns[0]).toMatchObject({ at: at(s1), count: 3, sum: 60, cards: [{ name: 'Order 3' }, { name: 'Order 2' }] })
    const more = await board.column(project, pipeline, { state: s1, after: columns[0]?.next ?? '', size: 2 }, ivan)
    expect(more).toMatchObject({ cards: [{ name: 'Order 1' }], next: null })
    expect(unsorted.count).toBe(0)
    expect((await board.get(project, 1, {}, ivan)).columns.map(({ count }) => count)).toEqual([0, 0])
    for (const search of ['client 2', '79000000002', 'order 2', '#2'])
      expect(
        (await board.get(project, pipeline, { search }, ivan)).columns[0]?.cards.map(({ number }) => number),
        search,
      ).toEqual([2])

    await pipelines.changeState(project, s1, ivan, { forbidden: [s2] })
    await expect(move(chat, 1, s1, at(s2))).rejects.toMatchObject({ code: 'move-forbidden' })
    const needed = { code: 'orders-need-target', details: { orders: 3 } }
    await expect(pipelines.removeState(project, s1, undefined, ivan)).rejects.toMatchObject(needed)
    await expect(pipelines.remove(project, pipeline, undefined, ivan)).rejects.toMatchObject(needed)
    await pipelines.removeState(project, s1, s2, ivan)
    expect((await board.get(project, pipeline, {}, ivan)).columns[0]).toMatchObject({ at: at(s2), count: 3 })
  })

  it('changes many at once, and takes it back but for what was changed since', async () => {
    const chat = await talk(scripts('x = 1'))
    const {
      installation: { orderDesk },
      project,
    } = chat
    for (const who of ['a', 'b', 'c']) await chat.say(who, 'go')
    const done = await orderDesk.mass(project, [1, 2, 3, 77], { action: 'move', to: { place: 'archive' }, reason: 'old' }, ivan)
    expect(done).toMatchObject({ changed: [1, 2, 3], refused: [{ order: 77, code: 'order-not-found' }] })
    await orderDesk.restore(project, 2, { place: 'archive' }, olga)
    expect(await orderDesk.undoMass(project, done.batch, ivan)).toMatchObject({
      changed: [1, 3],
      refused: [{ order: 2, code: 'order-changed' }],
    })
    expect((await orderDesk.get(project, 3, ivan)).at).toEqual(at(1))
  })

  it('puts a label on many at once and takes it off; what is taken back is what it did, and the dialogue hears of each', async () => {
    const chat = await talk(scripts('x = 1\ny = create_label("hot")'))
    const { installation, project } = chat
    const { orderDesk, workSettings, labels } = installation
    for (const who of ['a', 'b']) await chat.say(who, 'go')
    await chat.read(() => workSettings.set(project, { callbacks: workCallbacksSchema.parse({ labels: true }) }))
    const [first, second] = await Promise.all([1, 2].map(async (number) => (await orderDesk.get(project, number, ivan)).client.id))
    await chat.read(() => labels.add({ project, test: 0 }, 1, first ?? 0))
    const label = { action: 'label', label: 1 } as const
    const put = await orderDesk.mass(project, [1, 2], { ...label, put: true }, ivan)
    const shown = async () => Promise.all([1, 2].map(async (number) => (await orderDesk.get(project, number, ivan)).labels.length))
    expect(put.changed).toEqual([1, 2])
    expect(await shown()).toEqual([1, 1])
    expect((await orderDesk.history(project, 2, ivan))[0]).toMatchObject({ what: 'label', before: null, after: 'hot' })
    await installation.worker.settled()
    const heard = async (client = 0) =>
      (await chat.read(() => installation.messages.latest(client, 9))).filter(({ author }) => author === 'event')
    expect([await heard(first), await heard(second)]).toMatchObject([[], [{ text: 'label_added hot' }]])
    // The same by hand on a card.
    for (const change of [
      { add: [], remove: [1] },
      { add: [1], remove: [] },
    ])
      await installation.dialogueWork.changeLabels(project, second ?? 0, ivan, change)
    await installation.worker.settled()
    expect(await heard(second)).toMatchObject([{ text: 'label_added hot' }, { text: 'label_removed hot' }, { text: 'label_added hot' }])
    // He who had it before keeps it.
    await orderDesk.undoMass(project, put.batch, ivan)
    expect(await shown()).toEqual([1, 0])
    const off = await orderDesk.mass(project, [1, 2], { ...label, put: false }, ivan)
    expect(await shown()).toEqual([0, 0])
    await orderDesk.undoMass(project, off.batch, ivan)
    expect(await shown()).toEqual([1, 0])
    await expect(orderDesk.mass(project, [1], { ...label, label: 99, put: true }, ivan)).rejects.toMatchObject({ code: 'label-not-found' })
    const stranger = { ...ivan, has: () => false }
    await expect(orderDesk.mass(project, [1], { ...label, put: true }, stranger)).rejects.toMatchObject({ code: 'not-allowed' })
  })

  it('deletes and takes back; orders of another project are not there', async () => {
    const chat = await talk(scripts('x = 1'))
    const {
      installation: { orderDesk, projects },
      project,
    } = chat
    await chat.say('anna', 'go')
    const other = await projects.create({ language: 'en' })
    await expect(orderDesk.get(other.id, 1, ivan)).rejects.toMatchObject({ code: 'order-not-found' })
    await orderDesk.remove(project, 1, ivan)
    await expect(orderDesk.get(project, 1, ivan)).rejects.toMatchObject({ code: 'order-not-found' })
    expect(await orderDesk.undelete(project, 1, ivan)).toMatchObject({ number: 1, at: at(1) })
  })
})

describe('what lies beside an order', () => {
  it('stands on its card and narrows the board: labels, unread messages, open tasks', async () => {
    const chat = await talk(
      scripts(`
x = create_order("A")
y = create_label("hot")
y = add_label("hot")
y = add_unread(3)
out = ""`),
    )
    const { installation, project } = chat
    await chat.say('anna', 'go')
    await chat.say('boris', 'go')
    const task = { title: 'Call', date: '2020-01-01' }
    await installation.tasksWork.create(project, ivan, { ...task, order: 1 })
    const [pipeline] = await installation.pipelines.list(project)
    const board = (filter: object) => installation.board.get(project, pipeline?.id ?? 0, filter, ivan)
    const numbers = async (filter: object) => (await board(filter)).columns.flatMap(({ cards }) => cards.map(({ number }) => number))

    const cards = (await board({})).columns.flatMap((column) => column.cards)
    expect(cards.find(({ number }) => number === 1)).toMatchObject({ labels: [{ number: 1, name: 'hot', color: 0 }] })
    expect(cards.find(({ number }) => number === 1)?.unread).toBeGreaterThan(0)

    expect(await numbers({ tasks: true })).toEqual([1])
    expect(await numbers({ tasks: false })).toEqual([2])
    expect((await numbers({ labels: [1] })).toSorted()).toEqual([1, 2])
    expect(await numbers({ labels: [99] })).toEqual([])
    const read = cards.find(({ number }) => number === 2)?.client.id ?? 0
    await installation.dialogueWork.update(project, read, ivan, { read: true })
    expect(await numbers({ unread: true })).toEqual([1])
    expect(await numbers({ unread: false })).toEqual([2])
  })
})

describe('channels of clients', () => {
  it('are those that clients of the project come from, and narrow what is shown to one of them', async () => {
    const chat = await talk(scripts('a = create_order("A")\nb = create_order("B", "", "", "Olga", "8 (999) 123-45-67")'))
    const { installation, project } = chat
    const other = await installation.projects.create({ language: 'en' })
    await chat.say('anna', 'go')
    // Both were opened at the same moment.
    const listed = await installation.db.transaction(() => clientChannels(installation.db, project))
    const [web, phone] = listed.toSorted((one, other) => one.messenger.localeCompare(other.messenger))
    expect([web, phone]).toMatchObject([{ messenger: 'online chat' }, { name: '', messenger: 'telephony' }])
    expect(listed).toHaveLength(2)
    const { orderDesk, db } = installation
    const numbers = (channel: string) => db.transaction(() => orderDesk.cards.totals(project, { channel }, {}))
    expect([await numbers(web?.key ?? ''), await numbers(phone?.key ?? ''), await numbers('elsewhere')]).toMatchObject([
      { count: 1 },
      { count: 1 },
      { count: 0 },
    ])
    const elsewhere = await db.transaction(() => clientChannels(db, other.id))
    expect(elsewhere.map(({ key }) => key)).not.toContain(web?.key)
  })
})

describe('a closed deal', () => {
  it('is told to every employee in the application, unless the project does not want it', async () => {
    const chat = await talk(
      funnel(
        {
          1: { type: 'start', condition: 'order', matchType: 'exact', calculator: 'size = "L"', text: 'Thank you' },
          2: { type: 'close_order' },
        },
        [[1, 2, { delay: { value: 0, unit: 'seconds' } }]],
      ),
    )
    const { installation, project } = chat
    const [account = 0] = await members(installation, project, 'ann@example.com')
    await chat.say('anna', 'order')
    const told = () => chat.read(() => installation.notifications.latest(project, account, undefined, 10))
    expect((await told()).map(({ text, client_id }) => [text, client_id])).toEqual([
      [expect.stringMatching(/^Request #1/), await chat.clientId('anna')],
    ])

    const settings = await chat.read(() => installation.orders.settings.read(project))
    await chat.read(() => installation.orders.settings.change(project, { requests: { ...settings.requests, notify: false } }))
    await chat.say('anna', 'order')
    expect(await told()).toHaveLength(1)
  })
})

describe('the request of a closed deal', () => {
  it('calls the order by the name and the budget that the block itself gives it', async () => {
    const chat = await talk(
      funnel(
        {
          1: { type: 'start', condition: 'order', matchType: 'exact', calculator: 'a = create_order("Tulips", 100)', text: 'Thank you' },
          2: { type: 'close_order', calculator: 'Название = "Roses"\nbudget = 1500' },
        },
        [[1, 2, { delay: { value: 0, unit: 'seconds' } }]],
      ),
    )
    const { installation, project } = chat
    const { db, orders } = installation
    await chat.read(() => orders.settings.change(project, { requests: { notify: false, emails: ['shop@example.com'] } }))
    await chat.say('anna', 'order')
    const mails = await db.all<{ subject: string; body: string }>(db.build.selectFrom('mails').select(['subject', 'body']))
    expect(mails).toEqual([{ subject: 'Roses #1', body: expect.stringMatching(/^#1 Roses\n1500\n/) }])
    expect(await installation.orderDesk.get(project, 1, ivan)).toMatchObject({
      name: 'Roses',
      budget: 1500,
      submittedAt: expect.any(String),
    })
  })
})

describe('what people can be chosen by', () => {
  it('an audience of a state: those who have an open order in it', async () => {
    const chat = await talk(scripts('x = create_order("A")'))
    const { installation, project } = chat
    for (const who of ['anna', 'boris', 'clara']) await chat.say(who, 'go')
    const [first, second] = (await installation.pipelines.list(project)).flatMap(({ states }) => states.map(({ id }) => id))
    await move(chat, 2, first ?? 0, at(second ?? 0))
    await installation.orderDesk.remove(project, 3, ivan)
    const ids = (state: number) =>
      chat.read(function* () {
        const { db } = installation
        const everybody = db.build.selectFrom('dialogues').select('dialogues.client_id').orderBy('dialogues.client_id')
        const rows = yield* settle(db.all(audienceQuery(everybody, project, audienceSchema.parse({ states: [state] }))))
        return rows.map(({ client_id }) => client_id)
      })
    expect(await ids(first ?? 0)).toEqual([await chat.clientId('anna')])
    expect(await ids(second ?? 0)).toEqual([await chat.clientId('boris')])
  })
})
