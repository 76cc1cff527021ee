import { settle } from '@voronka/flow/engine'
import { expect, it, onTestFinished } from 'vitest'
import { Failure } from '../errors.ts'
import { consoleActor } from '../http/actor.ts'
import { funnel, talk } from '../../test/funnel.ts'

const day = '2026-03-16'
const schedule = { week: Array.from({ length: 7 }, () => [['10:00', '11:00'] as [string, string]]), breaks: [] }
const script = "client.status = create_booking(2, 1, '16.03.2026', '10:00')['status']"
const bot = funnel({ 1: { type: 'nonstate_cond', condition: 'book', matchType: 'exact', calculator: script, text: '#{client.status}' } })
const attempts = 200

/** One employee who has one hour a day, and a service for so many clients at once. */
async function salon(capacity: number) {
  const talking = await talk(bot)
  const { installation, project } = talking
  onTestFinished(() => installation.close())
  const { branchDesk } = installation
  const branch = await branchDesk.create(project, { name: 'Centre', address: '' })
  const service = {
    title: 'Yoga',
    description: '',
    category: null,
    price: 0,
    duration: 60,
    capacity,
    color: '',
    photo: '',
    active: true,
    employees: [],
  }
  const { id } = await branchDesk.services.create(project, branch.id, service)
  const staff = { kind: 'freelance', account: null, information: '', jobTitle: null, photo: '', active: true } as const
  await branchDesk.employees.create(project, branch.id, { ...staff, name: 'Yana', services: [id], schedule })
  await branchDesk.change(project, branch.id, { key: `yoga-${capacity}`, page: { ...branch.page, on: true } })
  return { ...talking, branch: branch.id, service: id, page: `yoga-${capacity}` }
}

it.each([1, 3])(
  `of ${attempts} at once by bot, calendar and page, exactly as many are booked as there are places (%i)`,
  async (capacity) => {
    const { installation, project, branch, service, page, say } = await salon(capacity)
    const { visitDesk, bookingPages, db, worker } = installation
    const slot = { services: [service], date: day, time: '10:00', employee: null }
    const refused = (error: unknown): false => {
      if (error instanceof Failure && error.code === 'slot-taken') return false
      throw error
    }
    const ways = [
      async (index: number) => (await say(`client-${index}`, 'book')).join() === 'True',
      (index: number) => {
        const client = { clientName: 'A', phone: `7900${1_000_000 + index}`, email: '', comment: '', allowOutsideHours: true }
        return visitDesk.createByHand(project, branch, { ...slot, ...client }, consoleActor).then(() => true, refused)
      },
      (index: number) => {
        const client = { name: 'B', phone: `7901${1_000_000 + index}`, email: '', comment: '', key: `of-page-${index}` }
        return bookingPages.book(page, { ...slot, ...client }).then(() => true, refused)
      },
    ]
    const told = await Promise.all(Array.from({ length: attempts }, async (_, index) => ways[index % ways.length]?.(index)))
    await worker.settled()
    const rows = await db.transaction(() =>
      settle(db.all(db.build.selectFrom('bookings').select('order_number').where('status', '=', 'active').orderBy('order_number'))),
    )
    const orders = await db.transaction(() =>
      settle(db.all(db.build.selectFrom('orders').select('number').where('pipeline_id', '=', branch))),
    )
    const successes = told.filter((each) => each === true).length
    console.info(
      `places ${capacity}: ${attempts} attempts, ${successes} told that they are booked, ${rows.length} bookings, ${orders.length} orders`,
    )
    expect([successes, rows.length, orders.length]).toEqual([capacity, capacity, capacity])
  },
  120_000,
)

it('gives the place that was let go to exactly one of those who then ask', async () => {
  const { installation, project, branch, service, say } = await salon(1)
  const { visitDesk } = installation
  const hand = {
    services: [service],
    date: day,
    time: '10:00',
    employee: null,
    clientName: 'A',
    phone: '79000000000',
    email: '',
    comment: '',
    allowOutsideHours: false,
  }
  const first = await visitDesk.createByHand(project, branch, hand, consoleActor)
  expect(await say('ann', 'book')).toEqual(['False'])
  await visitDesk.cancelByHand(project, first.id, first.version, consoleActor)
  const told = await Promise.all(Array.from({ length: 20 }, (_, index) => say(`client-${index}`, 'book')))
  expect(told.flat().filter((each) => each === 'True')).toHaveLength(1)
}, 60_000)
