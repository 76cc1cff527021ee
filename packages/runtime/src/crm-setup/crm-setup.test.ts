import { crmSchema, readProject, type Crm } from '@voronka/flow'
import { describe, expect, it } from 'vitest'
import { newDatabase } from '../../test/new-database.ts'
import { consoleActor } from '../http/actor.ts'
import { createInstallation, type Installation } from '../installation.ts'

const setup = crmSchema.parse({
  pipelines: [
    {
      id: 4,
      name: 'Sales',
      currency: 'EUR',
      cardVariables: ['size'],
      states: [
        { id: 9, name: 'Fresh', color: 'blue', forbidden: [12] },
        { id: 12, name: 'Paid', color: 'green', hidden: true },
      ],
    },
    { id: 6, name: 'Sales' },
  ],
  lists: [
    { number: 2, name: 'Buyers', folder: 'Shop', color: 3 },
    { number: 5, name: 'Buyers' },
  ],
  labels: [{ number: 8, name: 'hot', color: 3 }],
  taskColumns: [{ number: 1, name: 'Doing', color: 1 }],
  quickReplies: [{ folder: '', title: 'Hello', text: 'Hello, #{name}!' }],
  acceptLeads: false,
  callbacks: { orders: { states: [12], system: true }, tasks: { created: false }, labels: true },
})

const fileOf = async ({ projects }: Installation, project: number): Promise<Crm | undefined> => {
  const read = readProject(await projects.file(project))
  return read.ok ? read.crm : undefined
}

describe('the CRM of a project file', () => {
  const installation = async () => createInstallation({ database: await newDatabase() })

  it('comes back from a new project as it went in, with its numbers', async () => {
    const there = await installation()
    const { id } = await there.projects.create({ language: 'en', file: { format: 1, crm: setup } })
    expect(await fileOf(there, id)).toEqual(setup)
    const { id: copy } = await there.projects.create({ language: 'en', file: await there.projects.file(id) })
    expect(await there.projects.file(copy)).toBe(await there.projects.file(id))
    await there.close()
  })

  it('gives numbers after all of the file afterwards', async () => {
    const there = await installation()
    const { id } = await there.projects.create({ language: 'en', file: { format: 1, crm: setup } })
    const next = await there.db.transaction(() => there.lists.create(id, { name: 'Next' }, 0))
    expect(next).toBe(6)
    expect((await there.pipelines.create(id, consoleActor, { name: 'Next', currency: '' })).id).toBe(7)
    await there.close()
  })

  it('joins what is there by name: nothing is lost, nothing is doubled, also when it comes twice', async () => {
    const there = await installation()
    const { id } = await there.projects.create({ language: 'en', file: { format: 1, settings: { language: 'en' } } })
    const own = await there.db.transaction(() => there.lists.create(id, { name: 'Buyers' }, 0))
    const first = await there.projects.bringInCrm(id, setup)
    // The pipeline that a project begins with is called Sales, too.
    expect(first.added).toEqual({ pipelines: 1, states: 2, lists: 1, labels: 1, booking: 0, others: 2 })
    expect(first.lists.get(2)).toBe(own)
    const before = await fileOf(there, id)
    const again = await there.projects.bringInCrm(id, setup)
    expect(again.added).toEqual({ pipelines: 0, states: 0, lists: 0, labels: 0, booking: 0, others: 0 })
    expect([...again.states, ...again.lists, ...again.labels]).toEqual([...first.states, ...first.lists, ...first.labels])
    expect(await fileOf(there, id)).toEqual(before)
    // Bans and callbacks name states by the numbers that they have here.
    const paid = first.states.get(12)
    const states = before?.pipelines.flatMap((pipeline) => pipeline.states) ?? []
    expect(states.find(({ id: state }) => state === first.states.get(9))?.forbidden).toEqual([paid])
    expect(before?.callbacks.orders.states).toEqual([paid])
    await there.close()
  })
})

it('a file with doubled or impossible numbers is refused with the place', () => {
  const doubled = readProject({
    format: 1,
    crm: {
      lists: [
        { number: 1, name: 'A' },
        { number: 1, name: 'B' },
      ],
    },
  })
  expect(doubled).toMatchObject({ ok: false, problems: [{ path: 'crm.lists[1].number' }] })
  const states = {
    pipelines: [
      { id: 1, name: 'A', states: [{ id: 2, name: 'x' }] },
      { id: 2, name: 'B', states: [{ id: 2, name: 'y' }] },
    ],
  }
  expect(readProject({ format: 1, crm: states })).toMatchObject({ ok: false, problems: [{ path: 'crm.pipelines[1].states[0].id' }] })
  expect(readProject({ format: 1, crm: { labels: [{ number: -1, name: 'A' }] } })).toMatchObject({ ok: false })
  expect(readProject({ format: 1, crm: { shops: [] } })).toMatchObject({ ok: true, notes: [{ path: 'crm.shops' }] })
})
