import { expect, it, onTestFinished } from 'vitest'
import { newDatabase } from '../../../test/new-database.ts'
import { createInstallation } from '../../installation.ts'

const beginning = {
  name: 'Salon',
  address: 'Lenina 1',
  service: { title: 'Haircut', price: 1500, duration: 45 },
  employee: { name: 'Pavel', week: [[['10:00', '19:00'] as [string, string]], [], [], [], [], [], []] },
  open: true,
}

it('begins with a branch, a service and who renders it, once for however many ask', async () => {
  const { projects, branchDesk, close } = createInstallation({ database: await newDatabase() })
  onTestFinished(close)
  const { id: project } = await projects.create({ language: 'en' })
  const asked = await Promise.allSettled([branchDesk.begin(project, beginning), branchDesk.begin(project, beginning)])
  expect(asked.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(asked.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'booking-begun' } })
  const [branch, ...others] = await branchDesk.list(project)
  expect([branch, others]).toMatchObject([{ name: 'Salon', address: 'Lenina 1', page: { on: true } }, []])
  const { services, employees } = await branchDesk.get(project, branch?.id ?? 0)
  expect(services).toMatchObject([{ title: 'Haircut', price: 1500, duration: 45 }])
  expect(employees).toMatchObject([{ name: 'Pavel', services: [services[0]?.id], schedule: { week: beginning.employee.week } }])
})

it('leaves nothing of a beginning that cannot be whole', async () => {
  const { projects, branchDesk, orders, close } = createInstallation({ database: await newDatabase() })
  onTestFinished(close)
  const { id: project } = await projects.create({ language: 'en' })
  const before = await orders.pipelines.list(project)
  const impossible = { ...beginning, service: { ...beginning.service, duration: 0 } }
  await expect(branchDesk.begin(project, impossible)).rejects.toThrow()
  expect(await branchDesk.list(project)).toEqual([])
  expect(await orders.pipelines.list(project)).toEqual(before)
})
