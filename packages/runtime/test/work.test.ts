import { describe, expect, it } from 'vitest'
import { audienceSchema, distributionSchema, workCallbacksSchema } from '@voronka/api'
import { echo, funnel, talk, type Talk } from './funnel.ts'
import { actor, members } from './members.ts'
import { listInbox, countInbox } from '../src/clients/inbox.ts'

/** Runs what the client writes after `do `; the other client's number is in `#{other}`. */
const office = funnel({
  1: { type: 'nonstate_cond', condition: 'lists', matchType: 'exact', calculator: listScript(), text: '#{a} #{b} #{c} #{d}' },
  2: {
    type: 'nonstate_cond',
    condition: 'task',
    matchType: 'exact',
    calculator: [
      "t = create_task('ann@example.com', 'Call', '22.01.2030', 'about price', '08:00')",
      'a = done_task(t)',
      'b = done_task(1000000000)',
      "c = create_task('ann@example.com', 'Call', '31.02.2030', 'x', '')",
      "d = create_task('nobody@example.com', 'Call', '22.01.2030', 'x', '')",
    ].join('\n'),
    text: '#{t} #{a} #{b} #{c} #{d} #{status_task(t)}',
  },
  5: {
    type: 'nonstate_cond',
    condition: 'reach',
    matchType: 'exact',
    calculator: "t = create_task('ann@example.com', 'Mine', '22.01.2030', '')",
    text: '#{done_task(1)} #{delete_task(1)} #{status_task(1)} #{t}',
  },
  6: {
    type: 'nonstate_cond',
    condition: 'several',
    matchType: 'exact',
    calculator: "x = create_list('A')\na = add_to_list([x, 99])",
    text: '#{a} #{inlist(x)}',
  },
  3: { type: 'nonstate_cond', condition: 'who', matchType: 'exact', text: 'op: #{get_operator()} #{get_operator_name()}' },
  4: {
    type: 'nonstate_cond',
    condition: 'act',
    matchType: 'exact',
    calculator: "l = create_list('A')\nm = create_label('hot')",
    actions: [
      { type: 'add-to-list', list: 1, off: false },
      { type: 'remove-from-list', list: 1, off: true },
      { type: 'add-label', label: 'hot', off: false },
      { type: 'add-to-list', list: 77, off: false },
      { type: 'python', code: 'result = {}', off: false },
    ],
    text: "#{inlist(1)} #{has_label('hot')}",
  },
})

function listScript(): string {
  return [
    "x1 = create_list('A')",
    "x2 = create_list('B')",
    "x3 = create_list('C')",
    'y = add_to_list([x1, x2])',
    'a = inlist(x2)',
    'y = move_to_list(x3)',
    'b = inlist(x1)',
    'c = remove_list_from_project(x3)',
    'd = list_size(x3)',
  ].join('\n')
}

const inbox = (chat: Talk, who: ReturnType<typeof actor>, question: Parameters<typeof listInbox>[3]) =>
  chat.read(() => listInbox(chat.installation, chat.project, who, question))
const names = async (chat: Talk, who: ReturnType<typeof actor>, question: Partial<Parameters<typeof listInbox>[3]>) =>
  (await inbox(chat, who, { tab: 'all', ...question })).dialogues.map(({ name }) => name)

describe('functions in a turn', () => {
  it('lists: scenario 8', async () => {
    const chat = await talk(office)
    expect(await chat.say('anna', 'lists')).toEqual(["True False Can't delete list, list not empty 1"])
  })

  it('tasks: scenario 6', async () => {
    const chat = await talk(office)
    await members(chat.installation, chat.project, 'ann@example.com')
    expect(await chat.say('anna', 'task')).toEqual(['1 True False False False done'])
  })

  it('tasks: of the order that is current when the script gives them; who is given one hears of it', async () => {
    const chat = await talk(
      funnel({
        1: {
          type: 'nonstate_cond',
          condition: 'two',
          matchType: 'exact',
          calculator: [
            "a = create_order('First')",
            "t = create_task('ann@example.com', 'Call', '22.01.2030', '')",
            "b = create_order('Second')",
            "u = create_task('ann@example.com', 'Write', '22.01.2030', '')",
            "done = update_task(u, 'bob@example.com', '', '', '')",
          ].join('\n'),
        },
      }),
    )
    const [ann = 0, bob = 0] = await members(chat.installation, chat.project, 'ann@example.com', 'bob@example.com')
    await chat.say('anna', 'two')
    const { tasksWork, notifications } = chat.installation
    expect((await tasksWork.list(chat.project, actor(ann), {})).tasks.map(({ title, order }) => [title, order])).toEqual([
      ['Call', 1],
      ['Write', 2],
    ])
    const told = async (account: number) =>
      (await chat.read(() => notifications.latest(chat.project, account, undefined, 10))).map(({ text, task }) => [text, task])
    expect(await told(ann)).toEqual([
      ['Write', 2],
      ['Call', 1],
    ])
    expect(await told(bob)).toEqual([['Write', 2]])
  })

  it('tasks: the test chat reaches none of real people, and nobody is told of its own', async () => {
    const chat = await talk(office)
    const [ann = 0] = await members(chat.installation, chat.project, 'ann@example.com')
    const { tasksWork, notifications, worker, clients } = chat.installation
    await tasksWork.create(chat.project, actor(ann), { title: 'Real', date: '2030-01-22' })
    const tester = await chat.read(() =>
      clients.findOrCreate({ project: chat.project, channel: `test-${chat.project}`, outsideId: 't', name: 'T', now: chat.clock.now() }),
    )
    expect((await worker.submit(tester.id, { kind: 'text', text: 'reach' })).replies.map(({ text }) => text)).toEqual(['False False  2'])
    expect((await tasksWork.list(chat.project, actor(ann), {})).tasks.map(({ title, status }) => [title, status])).toEqual([
      ['Real', 'open'],
    ])
    expect(await chat.read(() => notifications.latest(chat.project, ann, undefined, 10))).toEqual([])
  })

  it('lists: where one of several does not exist, nothing changes', async () => {
    const chat = await talk(office)
    expect(await chat.say('anna', 'several')).toEqual(['False False'])
  })

  it('actions of a block run in order after its script; one without a target stops nothing, one that is off is passed over', async () => {
    const chat = await talk(office)
    expect(await chat.say('anna', 'act')).toEqual(['True True'])
    const log = await chat.installation.projects.log(chat.project)
    expect(log.map(({ code }) => code).sort()).toEqual(['action-without-target', 'python-disabled'])
  })
})

describe('the inbox', () => {
  it('shows who wrote, the latest first, with unread and waiting ones', async () => {
    const chat = await talk(office)
    const [ann = 0] = await members(chat.installation, chat.project, 'ann@example.com')
    await chat.say('anna', 'hello')
    await chat.advance(1000)
    await chat.say('boris', 'who')
    const { dialogues } = await inbox(chat, actor(ann), { tab: 'all' })
    expect(dialogues).toMatchObject([
      { name: 'boris', unread: 1, waiting: false, lastFrom: 'bot' },
      { name: 'anna', unread: 1, waiting: true, lastFrom: 'client', lastText: 'hello' },
    ])
    expect(await chat.read(() => countInbox(chat.installation, chat.project, actor(ann)))).toEqual({
      all: 2,
      mine: 0,
      free: 2,
      waiting: 1,
      unread: 2,
    })
    expect(await names(chat, actor(ann), { tab: 'waiting' })).toEqual(['anna'])
  })

  it('finds names, messages, contacts and variables by the beginnings of words', async () => {
    const chat = await talk(office)
    const [ann = 0] = await members(chat.installation, chat.project, 'ann@example.com')
    await chat.say('anna', 'Where is my Pärçel, ёлка?')
    await chat.say('boris', 'hello')
    const boris = await chat.clientId('boris')
    const { dialogueWork, search } = chat.installation
    await dialogueWork.update(chat.project, boris, actor(ann), { phone: '8 (900) 123-45-67', email: 'Boris@Example.com' })
    await dialogueWork.setVariable(chat.project, boris, actor(ann), 'city', 'Kazan')
    await search.catchUp()
    for (const [q, who] of [
      ['pär', 'anna'],
      ['елк', 'anna'],
      ['bor', 'boris'],
      ['kaz', 'boris'],
      ['+7 900 123', 'boris'],
      ['89001234567', 'boris'],
      ['boris@exam', 'boris'],
    ] as const) {
      expect(await names(chat, actor(ann), { q }), q).toEqual([who])
    }
    expect(await names(chat, actor(ann), { q: 'nothing' })).toEqual([])
    expect(await names(chat, actor(ann), { variable: 'city', value: 'kazan' })).toEqual(['boris'])
  })

  it('shows an operator no dialogues of others unless his role does', async () => {
    const chat = await talk(office)
    const [ann = 0, bob = 0] = await members(chat.installation, chat.project, 'ann@example.com', 'bob@example.com')
    await chat.say('anna', 'hello')
    await chat.say('boris', 'hello')
    const { dialogueWork } = chat.installation
    const anna = await chat.clientId('anna')
    await dialogueWork.assign(chat.project, anna, actor(ann), 'me', '')
    const narrow = actor(bob, { sections: actor(bob).permissions?.sections ?? never(), rights: ['clients.seeFree'] })
    expect(await names(chat, narrow, {})).toEqual(['boris'])
    await expect(dialogueWork.card(chat.project, anna, narrow)).rejects.toMatchObject({ code: 'client-not-found' })
    expect(await names(chat, actor(ann), { tab: 'mine' })).toEqual(['anna'])
    await expect(dialogueWork.card(chat.project + 1, anna, actor(ann))).rejects.toMatchObject({ code: 'client-not-found' })
  })
})

describe('an operator', () => {
  it('who hands a client over leaves a note, and the other one hears of it; who takes one himself does not', async () => {
    const chat = await talk(office)
    const [ann = 0, bob = 0] = await members(chat.installation, chat.project, 'ann@example.com', 'bob@example.com')
    await chat.say('anna', 'hello')
    const anna = await chat.clientId('anna')
    const { dialogueWork, notifications } = chat.installation
    await dialogueWork.assign(chat.project, anna, actor(ann), 'me', '')
    await dialogueWork.assign(chat.project, anna, actor(ann), bob, 'Wants a discount')
    const told = async (account: number) => chat.read(() => notifications.latest(chat.project, account, undefined, 10))
    expect(await told(ann)).toEqual([])
    expect(await told(bob)).toMatchObject([{ text: 'A client was handed over to you: anna\nWants a discount', client_id: anna }])
    expect((await chat.dialogue('anna')).at(-1)).toBe('comment: Wants a discount')
  })

  it('answers once however often it is sent, with variables, and becomes responsible for a free client', async () => {
    const chat = await talk(office)
    const [ann = 0] = await members(chat.installation, chat.project, 'ann@example.com')
    await chat.say('anna', 'hello')
    const anna = await chat.clientId('anna')
    const written = { key: 'k1', text: 'Hi, #{name}', attachments: [], buttons: [] }
    const { dialogueWork } = chat.installation
    const first = await dialogueWork.say(chat.project, anna, actor(ann), written)
    expect(await dialogueWork.say(chat.project, anna, actor(ann), written)).toEqual(first)
    expect(first.message).toMatchObject({ from: 'operator', text: 'Hi, anna', account: ann })
    expect(await chat.dialogue('anna')).toEqual(['anna: hello', 'operator: Hi, anna'])
    expect(await chat.say('anna', 'who')).toEqual(['op: ann@example.com ann'])
    expect(await dialogueWork.card(chat.project, anna, actor(ann))).toMatchObject({ responsible: { account: ann }, waiting: false })
  })

  it('who is named in a comment hears of it', async () => {
    const chat = await talk(office)
    const [ann = 0, bob = 0] = await members(chat.installation, chat.project, 'ann@example.com', 'bob@example.com')
    await chat.say('anna', 'hello')
    const anna = await chat.clientId('anna')
    const { dialogueWork, notifications } = chat.installation
    await dialogueWork.comment(chat.project, anna, actor(ann), 'As @bob and @ann said')
    const told = async (account: number) => chat.read(() => notifications.latest(chat.project, account, undefined, 10))
    expect(await told(ann)).toEqual([])
    expect(await told(bob)).toMatchObject([{ text: expect.stringContaining('As @bob and @ann said'), client_id: anna }])
  })

  it('silences the bot for a day; what the client writes then waits for a person', async () => {
    const chat = await talk(office)
    const [ann = 0] = await members(chat.installation, chat.project, 'ann@example.com')
    await chat.say('anna', 'hello')
    const anna = await chat.clientId('anna')
    const { dialogueWork } = chat.installation
    expect(await dialogueWork.update(chat.project, anna, actor(ann), { pause: 1440 })).toMatchObject({ speaks: 'person' })
    expect(await chat.say('anna', 'who')).toEqual([])
    expect(await dialogueWork.card(chat.project, anna, actor(ann))).toMatchObject({ waiting: true })
    await chat.advance(86_400_001)
    expect(await chat.say('anna', 'who')).not.toEqual([])
  })

  it('plans a message, moves it, and it is sent once in his name', async () => {
    const chat = await talk(office)
    const [ann = 0] = await members(chat.installation, chat.project, 'ann@example.com')
    await chat.say('anna', 'hello')
    const anna = await chat.clientId('anna')
    const { dialogueWork } = chat.installation
    const at = (minutes: number) => new Date(chat.clock.now() + minutes * 60_000).toISOString()
    const { planned } = await dialogueWork.say(chat.project, anna, actor(ann), {
      key: 'k',
      text: 'Later',
      attachments: [],
      buttons: [],
      at: at(10),
    })
    await dialogueWork.movePlanned(chat.project, anna, actor(ann), planned?.id ?? '', at(20))
    await chat.advance(15 * 60_000)
    expect(await chat.dialogue('anna')).toEqual(['anna: hello'])
    await chat.advance(15 * 60_000)
    expect((await chat.dialogue('anna')).at(-1)).toBe('operator: Later')
  })

  it('deletes a client with all that hangs on him; a timer of his finds nobody', async () => {
    const chat = await talk(
      funnel({ 1: { type: 'start', condition: 'go', matchType: 'exact', text: 'ok' }, 2: { type: 'nonstate', text: 'late' } }, [
        [1, 2, { delay: { value: 1, unit: 'hours' } }],
      ]),
    )
    const [ann = 0] = await members(chat.installation, chat.project, 'ann@example.com')
    await chat.say('anna', 'go')
    const anna = await chat.clientId('anna')
    await chat.installation.search.catchUp()
    await chat.installation.dialogueWork.remove(chat.project, anna, actor(ann))
    await chat.advance(2 * 3_600_000)
    expect(await names(chat, actor(ann), {})).toEqual([])
    expect(await names(chat, actor(ann), { q: 'go' })).toEqual([])
  })

  it('merges two profiles and takes them apart again', async () => {
    const chat = await talk(office)
    const [ann = 0] = await members(chat.installation, chat.project, 'ann@example.com')
    for (const who of ['anna', 'boris']) await chat.say(who, 'hello')
    const [anna, boris] = [await chat.clientId('anna'), await chat.clientId('boris')]
    const { dialogueWork } = chat.installation
    expect(await dialogueWork.merge(chat.project, anna, actor(ann), boris)).toMatchObject({ main: anna, bound: [{ id: boris }] })
    expect(await dialogueWork.card(chat.project, boris, actor(ann))).toMatchObject({ main: anna, bound: [{ id: anna }] })
    expect(await dialogueWork.unmerge(chat.project, boris, actor(ann))).toMatchObject({ main: boris, bound: [] })
  })
})

describe('distribution', () => {
  async function office2(rules: Parameters<typeof distributionSchema.parse>[0]) {
    const chat = await talk(office)
    const accounts = await members(chat.installation, chat.project, 'ann@example.com', 'bob@example.com', 'cid@example.com')
    await chat.read(() => chat.installation.workSettings.set(chat.project, { distribution: distributionSchema.parse(rules) }))
    const holds = async () => {
      const held = await chat.read(() => chat.installation.operators.holding(chat.project))
      return accounts.map((account) => held.get(account) ?? 0)
    }
    return { chat, accounts, holds }
  }

  it('is even among those on shift; one on break gets no new ones: scenario 7', async () => {
    const { chat, accounts, holds } = await office2({ enabled: true })
    const { operators } = chat.installation
    const [ann = 0, bob = 0] = accounts
    for (const account of [ann, bob]) await chat.read(() => operators.setStatus(chat.project, account, 'shift', chat.clock.now()))
    for (let index = 0; index < 10; index++) await chat.say(`new${index}`, 'hello')
    expect(await holds()).toEqual([5, 5, 0])
    await chat.read(() => operators.setStatus(chat.project, ann, 'break', chat.clock.now()))
    await chat.say('next', 'hello')
    expect(await holds()).toEqual([5, 6, 0])
  })
})

describe('distribution by the working period', () => {
  async function nightOffice(rules: object) {
    const chat = await talk(office)
    const accounts = await members(chat.installation, chat.project, 'ann@example.com', 'bob@example.com', 'cid@example.com')
    const { operatorsWork, operators } = chat.installation
    await operatorsWork.setDistribution(
      chat.project,
      actor(1),
      distributionSchema.parse({ enabled: true, mode: 'period', start: '06:00', end: '20:00', weekend: [], ...rules }),
    )
    const holds = async () => {
      const held = await chat.read(() => operators.holding(chat.project))
      return accounts.map((account) => held.get(account) ?? 0)
    }
    return { chat, accounts, holds }
  }
  /** The clock stands at 12:00 UTC on a Tuesday. */
  const hours = (count: number) => count * 3_600_000

  it('gives the night clients evenly to those on shift at the start; who comes later takes new ones only', async () => {
    const { chat, accounts, holds } = await nightOffice({})
    const { operatorsWork } = chat.installation
    await chat.advance(hours(10))
    for (let index = 0; index < 6; index++) await chat.say(`night${index}`, 'hello')
    const [ann = 0, bob = 0, cid = 0] = accounts
    await chat.advance(hours(7))
    for (const account of [ann, bob]) await operatorsWork.setStatus(chat.project, account, 'shift')
    expect(await holds()).toEqual([0, 0, 0])
    await chat.advance(hours(1))
    expect(await holds()).toEqual([3, 3, 0])
    await operatorsWork.setStatus(chat.project, cid, 'shift')
    expect(await holds()).toEqual([3, 3, 0])
    await chat.say('new', 'hello')
    expect(await holds()).toEqual([3, 3, 1])
  })

  it('keeps clients free while nobody is on shift, and gives them to the first who comes within working time', async () => {
    const { chat, accounts, holds } = await nightOffice({})
    await chat.say('anna', 'hello')
    expect(await holds()).toEqual([0, 0, 0])
    await chat.installation.operatorsWork.setStatus(chat.project, accounts[0] ?? 0, 'shift')
    expect(await holds()).toEqual([1, 0, 0])
  })

  it('takes operators off shift at the end, where that is asked for', async () => {
    const { chat, accounts } = await nightOffice({ endShifts: true })
    const { operatorsWork, operators } = chat.installation
    await operatorsWork.setStatus(chat.project, accounts[0] ?? 0, 'shift')
    await chat.advance(hours(8) + 1000)
    expect((await operatorsWork.list(chat.project)).map(({ status }) => status)).toEqual(['absent', 'absent', 'absent'])
    expect(await chat.read(() => operators.shifts(chat.project, accounts[0] ?? 0, 10))).toMatchObject([
      { status: 'shift', to_at: expect.any(Number) },
    ])
  })

  it('frees everybody but those who came less than a day ago', async () => {
    const { chat, accounts, holds } = await nightOffice({})
    await chat.installation.operatorsWork.setStatus(chat.project, accounts[0] ?? 0, 'shift')
    await chat.say('old', 'hello')
    await chat.advance(hours(25))
    await chat.say('young', 'hello')
    expect(await chat.installation.operatorsWork.clearBindings(chat.project, actor(1))).toBe(1)
    expect(await holds()).toEqual([1, 0, 0])
  })
})

describe('tasks', () => {
  it('are refused to the second who changes the same one, and overdue ones to who may not', async () => {
    const chat = await talk(office)
    const [ann = 0, bob = 0] = await members(chat.installation, chat.project, 'ann@example.com', 'bob@example.com')
    const { tasksWork } = chat.installation
    const task = await tasksWork.create(chat.project, actor(ann), { title: 'Call', date: '2026-03-10', time: '08:00', responsible: bob })
    expect(task).toMatchObject({ overdue: true, dueAt: '2026-03-10T08:00:00.000Z', responsible: { account: bob } })
    const changed = await tasksWork.update(chat.project, task.number, actor(ann), { title: 'Write', revision: task.revision })
    await expect(tasksWork.update(chat.project, task.number, actor(bob), { title: 'Wait', revision: task.revision })).rejects.toMatchObject(
      { code: 'outdated' },
    )
    const limited = actor(bob, { sections: actor(bob).permissions?.sections ?? never(), rights: ['tasks.edit'] })
    await expect(tasksWork.update(chat.project, task.number, limited, { title: 'x' })).rejects.toMatchObject({ code: 'task-overdue' })
    expect(await tasksWork.update(chat.project, task.number, limited, { status: 'done' })).toMatchObject({
      status: 'done',
      revision: changed.revision + 1,
    })
    expect(await tasksWork.count(chat.project, actor(bob))).toEqual({ open: 0, mine: 0, today: 0, overdue: 0 })
  })

  it('of others are not found without the right to see them', async () => {
    const chat = await talk(office)
    const [ann = 0, bob = 0] = await members(chat.installation, chat.project, 'ann@example.com', 'bob@example.com')
    const { tasksWork } = chat.installation
    const own = await tasksWork.create(chat.project, actor(ann), { title: 'Mine', date: '2026-03-11', responsible: ann })
    const narrow = actor(bob, { sections: actor(bob).permissions?.sections ?? never(), rights: ['tasks.edit'] })
    await expect(tasksWork.find(chat.project, own.number, narrow)).rejects.toMatchObject({ code: 'task-not-found' })
    expect((await tasksWork.list(chat.project, narrow, {})).tasks).toEqual([])
    await expect(tasksWork.create(chat.project, actor(ann), { title: 'x', date: '2026-03-11', responsible: 999 })).rejects.toMatchObject({
      code: 'operator-not-found',
    })
    await expect(tasksWork.create(chat.project, actor(ann), { title: 'x', date: '2026-03-11', order: 999 })).rejects.toMatchObject({
      code: 'order-not-found',
    })
    await expect(tasksWork.update(chat.project, own.number, actor(ann), { order: 999 })).rejects.toMatchObject({ code: 'order-not-found' })
  })

  it('remind who has them once, a quarter of an hour before; not of one that is done, and anew when one is moved', async () => {
    const chat = await talk(echo)
    const [ann = 0, bob = 0] = await members(chat.installation, chat.project, 'ann@example.com', 'bob@example.com')
    const { tasksWork, notifications } = chat.installation
    const today = { date: '2026-03-10', responsible: bob }
    const { number } = await tasksWork.create(chat.project, actor(bob), { ...today, title: 'Call', time: '13:00' })
    const done = await tasksWork.create(chat.project, actor(bob), { ...today, title: 'Write', time: '13:00' })
    await tasksWork.create(chat.project, actor(bob), { title: 'Whole day', date: '2026-03-11', responsible: bob })
    await tasksWork.create(chat.project, actor(bob), { title: 'Free', date: '2026-03-10', time: '13:00' })
    await tasksWork.update(chat.project, done.number, actor(bob), { status: 'done' })
    const told = async () => (await chat.read(() => notifications.latest(chat.project, bob, undefined, 10))).map(({ text }) => text)
    await chat.advance(44 * 60_000)
    expect(await told()).toEqual([])
    await chat.advance(2 * 60_000)
    expect(await told()).toEqual(['Due soon: Call, 13:00'])
    await tasksWork.update(chat.project, number, actor(ann), { title: 'Call her' })
    await tasksWork.update(chat.project, number, actor(ann), { time: '14:00' })
    await chat.advance(60 * 60_000)
    expect(await told()).toEqual(['Due soon: Call her, 14:00', 'Due soon: Call, 13:00'])
    await chat.advance(24 * 3_600_000)
    expect(await told()).toHaveLength(3)
  })

  it('are told in the dialogue of their client, and the bot hears it', async () => {
    const chat = await talk(
      funnel({ 1: { type: 'nonstate_cond', condition: 'new_task_added_callback', matchType: 'keywords', text: 'noted' } }),
    )
    const [ann = 0] = await members(chat.installation, chat.project, 'ann@example.com')
    await chat.say('anna', 'hello')
    await chat.installation.tasksWork.create(chat.project, actor(ann), {
      title: 'Call',
      date: '2026-03-11',
      client: await chat.clientId('anna'),
    })
    expect((await chat.dialogue('anna')).slice(1)).toEqual(['event: new_task_added_callback task_id:1, task_name:Call', 'bot: noted'])
  })
})

describe('lists', () => {
  async function crowd() {
    const chat = await talk(echo)
    for (const who of ['anna', 'boris', 'clara']) await chat.say(who, 'hello')
    const list = await chat.read(() => chat.installation.lists.create(chat.project, { name: 'VIP' }, 0))
    return { chat, list, work: chat.installation.listsWork }
  }
  const filter = (fields: object) => audienceSchema.parse(fields)

  it('take in the clients of a filter once, and an empty filter empties them only when that is meant', async () => {
    const { chat, list, work } = await crowd()
    expect(await work.preview(chat.project, list, 'add', filter({}))).toMatchObject({ count: 3 })
    expect(await work.change(chat.project, list, 'add', filter({}), false)).toEqual({ changed: 3, members: 3 })
    expect(await work.change(chat.project, list, 'add', filter({}), false)).toEqual({ changed: 0, members: 3 })
    await expect(work.change(chat.project, list, 'exclude', filter({}), false)).rejects.toMatchObject({ code: 'everybody-meant' })
    const anna = await chat.clientId('anna')
    expect(await work.change(chat.project, list, 'exclude', filter({ clients: [anna] }), false)).toEqual({ changed: 1, members: 2 })
    expect(await work.change(chat.project, list, 'exclude', filter({}), true)).toEqual({ changed: 2, members: 0 })
    await expect(work.change(chat.project, 99, 'add', filter({}), false)).rejects.toMatchObject({ code: 'list-not-found' })
  })

  it('tell the dialogues of everybody who comes or leaves, where the project wants it: by a filter and from a file', async () => {
    const { chat, list, work } = await crowd()
    const callbacks = workCallbacksSchema.parse({ lists: true })
    await chat.read(() => chat.installation.workSettings.set(chat.project, { callbacks }))
    const anna = await chat.clientId('anna')
    expect(await work.change(chat.project, list, 'add', filter({}), false)).toEqual({ changed: 3, members: 3 })
    expect(await work.change(chat.project, list, 'add', filter({}), false)).toEqual({ changed: 0, members: 3 })
    const file = { content: Buffer.from(`client_id\n${anna}\n`).toString('base64'), encoding: 'auto', language: 'en' } as const
    expect(await work.importCsv(chat.project, list, { ...file, change: 'exclude', dryRun: true })).toMatchObject({ changed: 1 })
    expect(await work.importCsv(chat.project, list, { ...file, change: 'exclude', dryRun: false })).toMatchObject({ changed: 1 })
    const heard = (lines: string[]) => lines.filter((line) => line.startsWith('event: '))
    expect(heard(await chat.dialogue('anna'))).toEqual([`event: list_added ${list}`, `event: list_removed ${list}`])
    expect(heard(await chat.dialogue('boris'))).toEqual([`event: list_added ${list}`])
  })

  it('read CSV in old encodings, look before they change, and give back what they refuse', async () => {
    const { chat, list, work } = await crowd()
    const anna = await chat.clientId('anna')
    // "Клиент;имя" in windows-1251, then a client, somebody unknown and a formula.
    const header = Buffer.from([0xca, 0xeb, 0xe8, 0xe5, 0xed, 0xf2, 0x3b, 0xe8, 0xec, 0xff, 0x0a])
    const content = Buffer.concat([header, Buffer.from(`${anna};A\n99999;B\n=1+1;C\n`)]).toString('base64')
    const file = { change: 'add', content, encoding: 'auto', dryRun: true, language: 'en' } as const
    expect(await work.importCsv(chat.project, list, file)).toMatchObject({
      encoding: 'windows-1251',
      rows: 3,
      found: 1,
      changed: 1,
      rejected: 2,
    })
    const wide = Buffer.from(`client_id,name\n${anna},Anna\n`, 'utf16le').swap16()
    expect(await work.importCsv(chat.project, list, { ...file, content: wide.toString('base64') })).toMatchObject({
      encoding: 'utf-16be',
      found: 1,
      rejected: 0,
    })
    expect((await work.exportCsv(chat.project, list, actor(1))).content.trim().split('\n')).toHaveLength(1)
    const report = await work.importCsv(chat.project, list, { ...file, dryRun: false })
    expect(report.rejectedFile.split('\r\n')).toEqual([
      '\uFEFF"Клиент";"имя";"reason"',
      '"99999";"B";"no such client"',
      `"'=1+1";"C";"not a client_id"`,
      '',
    ])
    const again = { ...file, content: Buffer.from(report.rejectedFile).toString('base64') }
    expect(await work.importCsv(chat.project, list, again)).toMatchObject({
      rows: 2,
      preview: [
        ['99999', 'B', 'no such client'],
        ['=1+1', 'C', 'not a client_id'],
      ],
    })
    expect((await work.importCsv(chat.project, list, { ...file, language: 'ru' })).rejectedFile).toContain(
      '"имя";"причина"\r\n"99999";"B";"нет такого клиента"',
    )
    const exported = async (delimiter?: ';') => (await work.exportCsv(chat.project, list, actor(1), delimiter)).content
    expect(await exported()).toContain(`"${anna}","anna",`)
    const { channels } = chat.installation
    const name = (await chat.read(() => channels.find(chat.channel)))?.name ?? ''
    expect(name).not.toBe('')
    expect(await exported(';')).toContain(
      `\uFEFF"client_id";"name";"phone";"email";"channel";"created"\r\n"${anna}";"anna";"";"";"${name}";`,
    )
    const refused = async (...bytes: number[]) =>
      work.importCsv(chat.project, list, { ...file, content: Buffer.from(bytes).toString('base64') }).catch(({ code }) => code)
    // Nothing, a mark and an empty line, a workbook, a picture.
    const workbook = [...Buffer.from('PK'), 3, 4, 20, 0, 6, 0, 8, 0]
    const picture = [0x89, ...Buffer.from('PNG'), 13, 10, 26, 10, 0, 0, 0, 13]
    expect([await refused(), await refused(0xef, 0xbb, 0xbf, 10), await refused(...workbook), await refused(...picture)]).toEqual([
      'file-empty',
      'file-empty',
      'file-no-text',
      'file-no-text',
    ])
  })

  it('are exported with no formula, however its sign is written', async () => {
    const { chat, list, work } = await crowd()
    await chat.say('＝1+1', 'hello')
    await work.change(chat.project, list, 'add', filter({}), false)
    expect((await work.exportCsv(chat.project, list, actor(1))).content).toContain(`"'＝1+1"`)
  })

  it('delete their members from the project only under their own name', async () => {
    const { chat, list, work } = await crowd()
    await work.change(chat.project, list, 'add', filter({ clients: [await chat.clientId('anna')] }), false)
    await expect(work.deleteMembers(chat.project, list, 'vip', actor(1))).rejects.toMatchObject({ code: 'not-confirmed' })
    expect(await work.deleteMembers(chat.project, list, 'VIP', actor(1))).toBe(1)
    await expect(chat.clientId('anna')).rejects.toThrow('never came')
  })
})

describe('a broadcast', () => {
  const blocks = funnel({
    1: { type: 'start', condition: 'stop', matchType: 'exact', calculator: 'unsubscribe()' },
    2: { type: 'state', text: 'News for #{name}' },
    3: { type: 'nonstate_cond', condition: 'hello', matchType: 'exact', text: 'hi' },
  })
  async function audience(...people: string[]) {
    const chat = await talk(blocks)
    for (const who of people) await chat.say(who, 'hello')
    return { chat, work: chat.installation.broadcastsWork, who: actor(1) }
  }
  const everybody = audienceSchema.parse({})

  it('reaches everybody once, at its pace, and moves them into a state block; who left is skipped', async () => {
    const { chat, work, who } = await audience('anna', 'boris', 'clara', 'dora')
    await chat.say('dora', 'stop')
    expect(await work.preview(chat.project, everybody)).toMatchObject({ count: 3 })
    const { number } = await work.create(chat.project, who, {
      name: 'News',
      content: { kind: 'block', block: 2 },
      audience: everybody,
      pace: 2,
    })
    expect(await work.start(chat.project, number, actor(1), null)).toMatchObject({ moves: true })
    await work.start(chat.project, number, actor(1), null)
    await chat.advance(500)
    expect(await work.find(chat.project, number)).toMatchObject({ status: 'running', total: 3, sent: 2 })
    await chat.advance(5000)
    expect(await work.find(chat.project, number)).toMatchObject({ status: 'done', total: 3, sent: 3, skipped: 0 })
    for (const name of ['anna', 'boris', 'clara'])
      expect((await chat.dialogue(name)).filter((line) => line === `bot: News for ${name}`)).toHaveLength(1)
    expect((await chat.installation.dialogueWork.card(chat.project, await chat.clientId('anna'), who)).position?.block).toBe(2)
  })

  it('waits for its moment, pauses, goes on and stops', async () => {
    const { chat, work, who } = await audience('anna', 'boris', 'clara')
    const content = { kind: 'text' as const, text: 'Dear #{name}', attachments: [] }
    const { number } = await work.create(chat.project, who, { name: '', content, audience: everybody, pace: 1 })
    await work.start(chat.project, number, actor(1), new Date(chat.clock.now() + 60_000).toISOString())
    await chat.advance(59_000)
    expect(await work.find(chat.project, number)).toMatchObject({ status: 'scheduled', total: 0 })
    await chat.advance(1500)
    expect(await work.control(chat.project, number, 'pause')).toMatchObject({ status: 'paused', sent: 1 })
    await chat.advance(60_000)
    expect(await work.find(chat.project, number)).toMatchObject({ sent: 1 })
    await work.control(chat.project, number, 'resume')
    await chat.advance(500)
    expect(await work.control(chat.project, number, 'stop')).toMatchObject({ status: 'stopped', sent: 2 })
    await expect(work.control(chat.project, number, 'resume')).rejects.toMatchObject({ code: 'broadcast-runs' })
    const { recipients } = await work.recipients(chat.project, number, undefined, 0)
    expect(recipients.map(({ state }) => state)).toEqual(['sent', 'sent', 'waiting'])
    // Whom it reached can be left out of the next one.
    expect(await work.preview(chat.project, { ...everybody, exceptBroadcasts: [number] })).toMatchObject({ count: 1 })
  })

  it('is shown beforehand as one person would get it, and nothing of that stays', async () => {
    const { chat, work, who } = await audience('anna')
    const anna = await chat.clientId('anna')
    expect(await work.previewFor(chat.project, who, { kind: 'block', block: 2 }, anna)).toMatchObject({ text: 'News for anna' })
    expect(await chat.dialogue('anna')).toEqual(['anna: hello', 'bot: hi'])
    await expect(work.previewFor(chat.project, who, { kind: 'block', block: 77 }, anna)).rejects.toMatchObject({ code: 'block-not-found' })
  })
})

function never(): never {
  throw new Error('A role says what it opens.')
}
