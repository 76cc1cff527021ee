import { crmSchema, readProject, type Crm } from '@voronka/flow'
import { expect, it, onTestFinished } from 'vitest'
import { newDatabase } from '../../../test/new-database.ts'
import { owner, signedInOwner } from '../../../test/owner.ts'
import { consoleActor } from '../../http/actor.ts'
import { createInstallation, type Installation } from '../../installation.ts'
import { defaultNotifications } from '../defaults.ts'

const hours: [string, string][] = [['10:00', '24:00']]
const crm = crmSchema.parse({
  pipelines: [{ id: 4, name: 'Salon', currency: 'EUR', states: [{ id: 9, name: 'Booked' }] }],
  booking: {
    branches: [
      {
        pipeline: 4,
        on: false,
        address: 'Lenina 1',
        timezone: 'Asia/Omsk',
        horizonDays: 30,
        step: 15,
        state: 9,
        notifications: { ...defaultNotifications('en'), on: true },
        categories: [{ id: 3, name: 'Hair' }],
        jobTitles: [{ id: 5, name: 'Barber' }],
        services: [
          { id: 7, title: 'Haircut', category: 3, price: 1500, duration: 60, color: '#aabbcc' },
          { id: 8, title: 'Yoga', duration: 90, capacity: 12, active: false },
        ],
        employees: [
          {
            id: 6,
            name: 'Pavel',
            jobTitle: 5,
            services: [7],
            week: [hours, [], [], [], [], [], []],
            breaks: [{ at: ['13:00', '14:00'] }, { weekday: 1, at: ['16:00', '16:30'] }],
            exceptions: [{ date: '2099-01-01' }],
          },
        ],
      },
    ],
  },
})

const opened = async (): Promise<Installation> => {
  const installation = createInstallation({ database: await newDatabase() })
  onTestFinished(() => installation.close())
  return installation
}
const file = (setup: Crm) => ({ format: 1, settings: { language: 'en' }, crm: setup })

it('the set-up of booking comes back from a new project as it went in, and once more from a copy of it', async () => {
  const { projects, branchDesk } = await opened()
  const { id } = await projects.create({ language: 'en', file: file(crm) })
  const written = await projects.file(id)
  expect(readProject(written)).toMatchObject({ ok: true, crm: { booking: crm.booking } })
  const { id: copy } = await projects.create({ language: 'en', file: JSON.parse(written) })
  expect(await projects.file(copy)).toBe(written)
  const [first, second] = [await branchDesk.get(id, 4), await branchDesk.get(copy, 4)]
  // Its page has an address of its own.
  expect(second.branch.key).not.toBe(first.branch.key)
  expect((await branchDesk.services.create(id, 4, { ...service, title: 'Beard' })).id).toBe(9)
})

it('joins a branch that is there: what is missing is added with numbers of its own, and a second time adds nothing', async () => {
  const { projects, branchDesk } = await opened()
  const { id } = await projects.create({ language: 'en', file: { format: 1, settings: { language: 'en' } } })
  const own = await branchDesk.create(id, { name: 'Salon', address: 'Mira 5' })
  const known = await branchDesk.services.create(id, own.id, { ...service, title: 'haircut' })
  expect((await projects.bringInCrm(id, crm)).added).toMatchObject({ pipelines: 0, booking: 4 })
  expect((await projects.bringInCrm(id, crm)).added).toMatchObject({ booking: 0 })
  const { branch, services, employees } = await branchDesk.get(id, own.id)
  expect(branch).toMatchObject({ address: 'Mira 5', on: true })
  expect(services.map(({ title }) => title)).toEqual(['haircut', 'Yoga'])
  expect(employees).toMatchObject([{ name: 'Pavel', services: [known.id], kind: 'freelance' }])
})

it('names the members that employees are: they are found by name, and who is not found is known in booking only', async () => {
  const installation = await opened()
  const { projects, branchDesk } = installation
  const { me } = await signedInOwner(installation)
  const boss = { ...consoleActor, account: me.account.id }
  const [branch] = crm.booking.branches
  const employees = [
    { id: 6, name: 'Olga', member: owner.name },
    { id: 7, name: 'Pavel', member: 'Pavel Gone' },
  ]
  const staffed = crmSchema.parse({ ...crm, booking: { holdMinutes: 25, branches: [{ ...branch, employees }] } })
  const made = await projects.create({ language: 'en', file: file(staffed) }, boss)
  expect(made.notMembers).toEqual(['Pavel'])
  expect((await branchDesk.get(made.id, 4)).employees).toMatchObject([
    { name: 'Olga', kind: 'staff', account: me.account.id },
    { name: 'Pavel', kind: 'freelance', account: null },
  ])
  expect(await branchDesk.settings.get(made.id)).toEqual({ holdMinutes: 25 })

  const written = await projects.file(made.id)
  const copy = await projects.create({ language: 'en', file: written }, boss)
  expect(copy.notMembers).toBeUndefined()
  expect(await projects.file(copy.id)).toBe(written)
  expect(await projects.bringInCrm(copy.id, staffed)).toMatchObject({ added: { booking: 0 }, notMembers: [] })
  await branchDesk.settings.set(copy.id, { holdMinutes: 5 })
  await projects.bringInCrm(copy.id, staffed)
  expect(await branchDesk.settings.get(copy.id)).toEqual({ holdMinutes: 5 })
})

it('a file whose set-up cannot be is refused whole', async () => {
  const { projects } = await opened()
  const [branch] = crm.booking.branches
  const broken = (change: object) => file({ ...crm, booking: { branches: [{ ...branch, ...change }] } } as Crm)
  const before = (await projects.list(0)).length
  await expect(projects.create({ language: 'en', file: broken({ pipeline: 5 }) })).rejects.toMatchObject({ code: 'bad-file' })
  await expect(projects.create({ language: 'en', file: broken({ notifications: { on: 'yes' } }) })).rejects.toMatchObject({
    code: 'bad-file',
  })
  const twice = { ...crm, booking: { branches: [branch, branch] } }
  const read = readProject(file(twice as Crm))
  expect(read.ok ? [] : read.problems.map(({ path }) => path)).toContain('crm.booking.branches[1].pipeline')
  expect((await projects.list(0)).length).toBe(before)
})

const service = {
  description: '',
  category: null,
  price: 1,
  duration: 30,
  capacity: 1,
  color: '',
  photo: '',
  active: true,
  employees: [],
}
