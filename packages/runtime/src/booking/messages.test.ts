import { settle } from '@voronka/flow/engine'
import { expect, it, onTestFinished } from 'vitest'
import { consoleActor } from '../http/actor.ts'
import { funnel, talk } from '../../test/funnel.ts'

const day = '2026-03-16'
const hours = 3_600_000
const schedule = { week: Array.from({ length: 7 }, () => [['09:00', '18:00'] as [string, string]]), breaks: [] }
const on = (text: string) => ({ on: true, text })
const bot = funnel({
  1: {
    type: 'nonstate_cond',
    condition: 'book',
    matchType: 'exact',
    calculator: "a = create_booking(2, 1, '16.03.2026', '10:00')",
    text: 'booked',
  },
  2: {
    type: 'nonstate_cond',
    condition: 'move',
    matchType: 'exact',
    calculator: "a = modify_booking_time(get_order_id(), '16.03.2026', '12:00')",
    text: 'moved',
  },
  3: {
    type: 'nonstate_cond',
    condition: 'cancel',
    matchType: 'exact',
    calculator: 'a = cancel_booking(2, get_order_id())',
    text: 'cancelled',
  },
  4: {
    type: 'nonstate_cond',
    condition: 'new_order_in_calendar',
    matchType: 'keywords',
    calculator: 'client.of = get_order_id()',
    text: 'started of #{client.of}',
  },
  5: { type: 'nonstate_cond', condition: 'changed_order_in_calendar', matchType: 'keywords', text: 'heard of the move' },
  6: { type: 'nonstate_cond', condition: 'removed_order_in_calendar', matchType: 'keywords', text: 'heard of the end' },
})

async function salon(told: boolean) {
  const talking = await talk(bot)
  const { installation, project } = talking
  onTestFinished(() => installation.close())
  const { branchDesk } = installation
  const branch = await branchDesk.create(project, { name: 'Centre', address: 'Lenina 1' })
  const service = {
    title: 'Haircut',
    description: '',
    category: null,
    price: 1500,
    duration: 30,
    capacity: 1,
    color: '',
    photo: '',
    active: true,
    employees: [],
  }
  const { id } = await branchDesk.services.create(project, branch.id, service)
  const staff = { kind: 'freelance', account: null, information: '', jobTitle: null, photo: '', active: true } as const
  await branchDesk.employees.create(project, branch.id, { ...staff, name: 'Pavel', services: [id], schedule })
  const notifications = {
    on: told,
    channel: 'auto',
    created: on('See you at #{booking_time}'),
    reminder: { ...on('Soon: #{booking_time} #{employee_name} #{nothing}'), before: 90 },
    cancelled: on('Off: #{booking_date}'),
  } as const
  await branchDesk.setNotifications(project, branch.id, notifications)
  return { ...talking, branch: branch.id }
}

it('tells the dialogue of what happens to a visit, after the block that did it; that order is current then', async () => {
  const { say, dialogue, installation, project } = await salon(false)
  expect(await say('ann', 'book')).toEqual(['booked'])
  await say('ann', 'move')
  expect(await dialogue('ann')).toEqual([
    'ann: book',
    'bot: booked',
    'event: new_order_in_calendar: [1] Добавлена запись с 2026-03-16 10:00 до 2026-03-16 10:30 на 30 минут. Объекту: Pavel',
    'bot: started of 1',
    'ann: move',
    'bot: moved',
    'event: changed_order_in_calendar: [1] Запись перенесена с 2026-03-16 10:00 на 2026-03-16 12:00. Объекту: Pavel',
    'bot: heard of the move',
  ])
  const { version } = await installation.visitDesk.get(project, 1)
  await installation.visitDesk.changeByHand(project, 1, { version, time: '14:00', allowOutsideHours: false }, consoleActor)
  await say('ann', 'cancel')
  expect((await dialogue('ann')).slice(8)).toEqual([
    'event: changed_order_in_calendar: [1] Запись перенесена с 2026-03-16 12:00 на 2026-03-16 14:00. Объекту: Pavel',
    'bot: heard of the move',
    'ann: cancel',
    'bot: cancelled',
    'event: removed_order_in_calendar: [1] Удалена запись с 2026-03-16 14:00 до 2026-03-16 14:30. Объекту: Pavel',
    'bot: heard of the end',
  ])
})

it('confirms, reminds and says that it is off; a reminder moves along with its visit, and goes with it', async () => {
  const { say, dialogue, advance, installation, clock } = await salon(true)
  const spoken = async (who: string) => (await dialogue(who)).filter((line) => /See you|Soon|Off/.test(line))
  const planned = async () => {
    const { db } = installation
    return db.transaction(() => settle(db.all(db.build.selectFrom('deliveries').select(['text', 'fire_at']).orderBy('id'))))
  }
  await say('ann', 'hello')
  await say('ann', 'book')
  await advance(1000)
  expect(await spoken('ann')).toEqual(['bot: See you at 10:00'])
  expect(await planned()).toEqual([{ text: 'Soon: 10:00 Pavel #{nothing}', fire_at: Date.parse(`${day}T08:30:00Z`) }])
  await say('ann', 'move')
  expect(await planned()).toEqual([{ text: 'Soon: 12:00 Pavel #{nothing}', fire_at: Date.parse(`${day}T10:30:00Z`) }])
  await advance(Date.parse(`${day}T10:29:00Z`) - clock.now())
  expect(await spoken('ann')).toHaveLength(1)
  await advance(hours / 30)
  expect((await spoken('ann')).at(-1)).toBe('bot: Soon: 12:00 Pavel #{nothing}')

  await say('bob', 'hello')
  await say('bob', 'book')
  expect(await planned()).toEqual([])
})

it('plans nothing that is over, and takes the reminder of a visit away whichever way it ends', async () => {
  const { say, installation, project } = await salon(true)
  const { db, visitDesk, orderDesk } = installation
  const stateOf = async (order: number): Promise<number> =>
    (await db.first(db.build.selectFrom('orders').select('state_id').where('number', '=', order)))?.state_id ?? 0
  const planned = () => db.transaction(() => settle(db.all(db.build.selectFrom('booking_notices').select('order_number'))))
  await say('ann', 'hello')
  await say('ann', 'book')
  expect(await planned()).toHaveLength(1)
  await orderDesk.move(project, 1, { from: { state: await stateOf(1) }, to: { place: 'fail' }, reason: 'ill' }, consoleActor)
  expect(await planned()).toEqual([])
  expect((await visitDesk.get(project, 1)).status).toBe('fail')
  await say('bob', 'hello')
  await say('bob', 'book')
  expect(await planned()).toHaveLength(1)
  // His time is taken by now: the order stays where it is.
  await expect(orderDesk.restore(project, 1, { place: 'fail' }, consoleActor)).rejects.toMatchObject({ code: 'slot-taken' })
  await say('bob', 'cancel')
  expect(await planned()).toEqual([])
  await orderDesk.restore(project, 1, { place: 'fail' }, consoleActor)
  expect((await visitDesk.get(project, 1)).status).toBe('active')
})
