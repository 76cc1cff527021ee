import { expect, it } from 'vitest'
import { serve } from './serve.ts'

type Server = Awaited<ReturnType<typeof serve>>
const everyDay = Array.from({ length: 7 }, () => [['09:00', '18:00']])
const schedule = { week: everyDay, breaks: [{ weekday: null, from: '13:00', to: '14:00' }] }

/** By the clock of the test server. */
const inDays = (days: number): string => new Date(Date.parse('2026-03-10T11:00:00Z') + days * 86_400_000).toISOString().slice(0, 10)
const day = inDays(5)

async function salon(server: Server) {
  const { id } = (await server.call('POST', '/api/projects', { name: 'Salon' })).body
  const at = (path: string) => `/api/projects/${id}${path}`
  const ask = async (method: string, path: string, body?: unknown) => (await server.call(method, at(path), body)).body
  const branch = await ask('POST', '/booking/branches', { name: 'Centre', address: 'Lenina 1' })
  const of = `/booking/branches/${branch.id}`
  const cut = await ask('POST', `${of}/services`, { title: 'Haircut', duration: 60, price: 1500 })
  const yoga = await ask('POST', `${of}/services`, { title: 'Yoga', duration: 60, capacity: 2 })
  const pavel = await ask('POST', `${of}/employees`, { name: 'Pavel', services: [cut.id, yoga.id], schedule })
  const page = { ...branch.page, on: true }
  await ask('PATCH', of, { page, key: `salon-${id}` })
  return { id, at, ask, of, branch, cut, yoga, pavel, book: `/api/book/salon-${id}` }
}

it('is set up from nothing, and everything of it can be changed', async () => {
  const server = await serve()
  const { ask, of, branch, cut, yoga, pavel, at } = await salon(server)
  const hair = await ask('POST', `${of}/categories`, { name: 'Hair' })
  const title = await ask('POST', `${of}/job-titles`, { name: 'Barber' })
  expect(await ask('PATCH', `/booking/services/${cut.id}`, { category: hair.id, price: 1600 })).toMatchObject({
    category: hair.id,
    price: 1600,
  })
  expect(await ask('PUT', `${of}/services/order`, { ids: [yoga.id, cut.id] })).toEqual({ ids: [yoga.id, cut.id] })
  expect((await server.call('PUT', at(`${of}/services/order`), { ids: [cut.id] })).status).toBe(400)
  expect(await ask('PATCH', `/booking/employees/${pavel.id}`, { jobTitle: title.id })).toMatchObject({ jobTitle: title.id, schedule })
  const vacation = { from: inDays(8), to: inDays(9), intervals: [] }
  const away = await ask('PUT', `/booking/employees/${pavel.id}/overrides`, vacation)
  expect(away.overrides).toEqual([vacation.from, vacation.to].map((date) => ({ date, intervals: [] })))
  expect((await ask('PUT', `/booking/employees/${pavel.id}/overrides`, { ...vacation, intervals: null })).overrides).toEqual([])
  const content = Buffer.from(
    'Название;Категория;Цена;Длительность\nHaircut;Hair;1 700;45\nShave;New;500,5;30\n;Hair;1;1\nBad;Hair;1;x\n',
  ).toString('base64')
  const dry = await ask('POST', `${of}/services/csv`, { content, dryRun: true })
  expect(dry).toMatchObject({
    rows: 4,
    created: 1,
    changed: 1,
    categories: ['New'],
    rejected: [
      { line: 4, why: 'no-title' },
      { line: 5, why: 'bad-duration' },
    ],
  })
  expect((await ask('GET', of)).services).toHaveLength(2)
  const look = (text: string) => ask('POST', `${of}/services/csv`, { content: Buffer.from(text).toString('base64'), dryRun: true })
  // What cannot be understood is the header, not each row.
  expect(await look('Услуга;Время, мин;Фото\nShave;30;x\n')).toMatchObject({
    created: 0,
    unknown: ['Время, мин', 'Фото'],
    rejected: [{ line: 1, why: 'no-duration-column', text: 'Услуга, Время, мин, Фото' }],
  })
  expect((await look('Имя;Длительность\nShave;30\n')).rejected).toMatchObject([{ line: 1, why: 'no-title-column' }])
  expect(await look('Shave;;500;30\nWash;;100;10')).toMatchObject({ created: 2, unknown: [], rejected: [] })
  expect(await look('Название;Длительность;Фото\nShave;30;x')).toMatchObject({ created: 1, unknown: ['Фото'], rejected: [] })
  await ask('POST', `${of}/services/csv`, { content, dryRun: false })
  const setup = await ask('GET', of)
  expect(setup.services.map((each: { title: string; price: number }) => [each.title, each.price])).toEqual([
    ['Yoga', 0],
    ['Haircut', 1700],
    ['Shave', 500.5],
  ])
  expect(setup.categories.map((each: { name: string }) => each.name)).toEqual(['Hair', 'New'])
  expect((await server.call('DELETE', at(`/pipelines/${branch.id}`))).body.error.code).toBe('pipeline-is-branch')
  expect((await server.call('POST', at(`${of}/delete`), { confirm: 'x' })).body.error.code).toBe('wrong-confirmation')
  await ask('POST', `${of}/delete`, { confirm: 'Centre' })
  expect((await ask('GET', '/booking/branches')).branches).toEqual([])
})

it('keeps a calendar in which nobody is booked twice, and outside of working hours only when it is meant', async () => {
  const server = await serve()
  const { ask, at, of, cut, pavel } = await salon(server)
  const visit = { date: day, time: '10:00', services: [cut.id], employee: pavel.id, clientName: 'Ann', phone: '+7 900 000-00-01' }
  const made = await ask('POST', `${of}/visits`, visit)
  expect(made).toMatchObject({ version: 1, time: '10:00', until: '11:00', cost: 1500, source: 'operator', client: { name: 'Ann' } })
  const taken = await server.call('POST', at(`${of}/visits`), { ...visit, time: '10:30', phone: '+7 900 000-00-02' })
  expect([taken.status, taken.body.error.code]).toEqual([409, 'slot-taken'])
  expect(taken.body.error.details.times).toContain('09:00')
  const late = { ...visit, time: '20:00', phone: '+7 900 000-00-03' }
  expect((await server.call('POST', at(`${of}/visits`), late)).body.error.code).toBe('outside-hours')
  expect(await ask('POST', `${of}/visits`, { ...late, allowOutsideHours: true })).toMatchObject({ outsideHours: true })
  const moved = await ask('PATCH', `/booking/visits/${made.id}`, { version: 1, time: '15:00', duration: 90 })
  expect(moved).toMatchObject({ time: '15:00', until: '16:30', version: 2 })
  const stale = await server.call('PATCH', at(`/booking/visits/${made.id}`), { version: 1, time: '16:00' })
  expect([stale.status, stale.body.error.details.visit.time]).toEqual([409, '15:00'])
  const calendar = await ask('GET', `${of}/calendar?from=${day}`)
  expect(calendar.visits.map((each: { time: string }) => each.time)).toEqual(['15:00', '20:00'])
  expect(calendar.hours).toEqual([
    {
      employee: pavel.id,
      date: day,
      intervals: [
        ['09:00', '13:00'],
        ['14:00', '18:00'],
      ],
    },
  ])
  expect(await ask('GET', `/orders/${made.id}`)).toMatchObject({ name: 'Haircut', budget: 1500 })
  const feed = (await ask('POST', `/booking/employees/${pavel.id}/feed`)).feed
  const file = await fetch(`${server.url}${feed}`)
  expect(await file.text()).toContain('SUMMARY:Haircut: Ann')
  expect((await server.call('DELETE', at(`/booking/employees/${pavel.id}`))).body.error.code).toBe('employee-has-visits')
  await ask('POST', `/booking/visits/${made.id}/cancel`, { version: 2 })
  expect((await ask('GET', `${of}/calendar?from=${day}`)).visits).toHaveLength(1)
  expect((await ask('GET', `/booking/visits/${made.id}`)).status).toBe('cancelled')
})

it('says that it cannot, and gives no page, when it cannot read who may frame it', async () => {
  const server = await serve()
  const { book } = await salon(server)
  const page = () => server.as('nobody').call('GET', book.replace('/api', ''))
  expect((await page()).status).not.toBe(500)
  const { db } = server.installation
  await db.run(db.build.schema.alterTable('booking_branches').renameTo('booking_branches_gone'))
  expect((await page()).status).toBe(500)
})

it('changes many visits at once: one whose time was taken meanwhile stays as it is and says why, the others go', async () => {
  const server = await serve()
  const { ask, of, cut, pavel } = await salon(server)
  const visit = { date: day, time: '10:00', services: [cut.id], employee: pavel.id }
  const first = await ask('POST', `${of}/visits`, { ...visit, clientName: 'Ann', phone: '+7 900 000-00-01' })
  const late = await ask('POST', `${of}/visits`, { ...visit, time: '15:00', clientName: 'Eve', phone: '+7 900 000-00-03' })
  const { at: state } = await ask('GET', `/orders/${first.id}`)
  const orders = [first.id, late.id]
  const put = (to: object) => ask('POST', '/orders/mass', { orders, do: { action: 'move', to } })
  expect(await put({ place: 'archive' })).toMatchObject({ changed: orders, refused: [] })
  await ask('POST', `${of}/visits`, { ...visit, clientName: 'Bob', phone: '+7 900 000-00-02' })
  expect(await put(state)).toMatchObject({ changed: [late.id], refused: [{ order: first.id, code: 'slot-taken' }] })
  expect((await ask('GET', `/orders/${first.id}`)).at).toEqual({ place: 'archive' })
})

it('has a public page on which strangers hold, book, move and cancel, and learn nothing of others', async () => {
  const server = await serve()
  const { cut, yoga, book, ask, of } = await salon(server)
  const visitor = server.as('nobody')
  const page = (await visitor.call('GET', book)).body
  expect(page).toMatchObject({ name: 'Centre', services: [{ title: 'Haircut' }, { title: 'Yoga' }], employees: [{ name: 'Pavel' }] })
  expect((await visitor.call('GET', '/api/book/other')).status).toBe(404)
  expect((await visitor.call('GET', `${book}/dates?services=${cut.id}`)).body.dates).toContain(day)
  const slot = { services: [cut.id], date: day, time: '10:00', employee: null }
  const held = (await visitor.call('POST', `${book}/holds`, slot)).body
  expect(held).toMatchObject({ employee: 'Pavel' })
  const other = await visitor.call('POST', `${book}/holds`, slot)
  expect([other.status, other.body.error.code]).toEqual([409, 'slot-taken'])
  expect((await visitor.call('GET', `${book}/times?services=${cut.id}&date=${day}`)).body.times).not.toContain('10:00')
  expect((await visitor.call('GET', `${book}/times?services=${cut.id}&date=${day}&hold=${held.hold}`)).body.times).toContain('10:00')
  const me = { name: 'Ann', phone: '+7 900 000-00-01', key: 'made-by-the-page' }
  expect((await visitor.call('POST', `${book}/visits`, { ...slot, ...me })).body.error.code).toBe('slot-taken')
  const own = (await visitor.call('POST', `${book}/visits`, { ...slot, ...me, hold: held.hold })).body
  expect(own).toMatchObject({ status: 'active', time: '10:00', mayChange: true, name: 'Ann' })
  // The page asks again: it is the same visit.
  expect((await visitor.call('POST', `${book}/visits`, { ...slot, ...me, hold: held.hold })).body.number).toBe(own.number)
  const link = `${book}/visits/${own.visit}`
  expect((await visitor.call('GET', `${link}/times?date=${day}`)).body.times).toContain('10:30')
  expect((await visitor.call('POST', `${link}/move`, { date: day, time: '10:30' })).body).toMatchObject({ time: '10:30' })
  expect((await visitor.call('GET', `${book}/visits/guessed`)).status).toBe(404)
  expect((await visitor.call('POST', `${link}/cancel`)).body).toMatchObject({ status: 'cancelled', mayChange: false })
  expect((await visitor.call('POST', `${link}/move`, { date: day, time: '12:00' })).body.error.code).toBe('too-late-to-change')
  for (const [index, expected] of ['active', 'active', undefined].entries()) {
    const seat = { ...slot, services: [yoga.id], time: '11:00', name: 'B', phone: `+7 900 000-00-1${index}`, key: `seat-number-${index}` }
    expect((await visitor.call('POST', `${book}/visits`, seat)).body.status).toBe(expected)
  }
  await ask('PATCH', of, { on: false })
  expect((await visitor.call('GET', book)).status).toBe(404)
})
