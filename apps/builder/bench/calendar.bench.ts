/**
 * A day of a branch with 30 employees in headless Chromium against the real server: from the press on "Calendar" in the program, with nothing of the
 * calendar loaded before, to its visits on the screen; the next day; and frames per second while a visit is dragged.
 */
import type { Page } from '@playwright/test'
import { branchSchema, branchSetupSchema, employeeSchema } from '@voronka/api'
import { makeProject } from '../e2e/projects.ts'
import { startServer, type Server } from '../e2e/start-server.ts'
import { bestFrames, drag, launch, median } from './browser.ts'

const employees = 30
const visitsEach = 8
const rounds = 5
const mostMs = 500

export default async function bench() {
  const server = await startServer({ language: 'en' })
  const browser = await launch()
  try {
    const { project, days } = await busyBranch(server)
    const page = await browser.newPage({ storageState: server.storageState, viewport: { width: 1440, height: 900 }, locale: 'en-US' })
    // The runner's compiler wraps functions in this to keep their names; the page does not know it.
    await page.addInitScript('globalThis.__name = (named) => named')
    const opened: number[] = []
    const turned: number[] = []
    for (let round = 0; round < rounds; round++) {
      await page.goto(`${server.url}/p/${project}/lists`)
      await page.getByRole('heading').first().waitFor()
      opened.push(await untilVisits(page, `/p/${project}/booking?day=${days[0]}`))
      turned.push(await untilVisits(page, `/p/${project}/booking?day=${days[1]}`))
    }
    const plate = await page.locator('[data-plate]').first().boundingBox()
    if (!plate) throw new Error('No visit is on the screen.')
    const frames = await bestFrames(page, () => drag(page, { x: plate.x + plate.width / 2, y: plate.y + plate.height / 2 }, 120))
    const row = (name: string, figure: number) => ({ name, figure, unit: 'ms', target: `< ${mostMs} ms`, ok: figure < mostMs })
    return [
      row(`a day of ${employees} employees opens`, median(opened)),
      row('another day', median(turned)),
      { name: 'drag a visit', figure: frames, unit: 'frames/s', target: '>= 50', ok: frames >= 50 },
    ]
  } finally {
    await browser.close()
    await server.stop()
  }
}

/** Milliseconds from a step within the program, as its links take it, to the frame with the visits of that day. */
const untilVisits = (page: Page, address: string): Promise<number> =>
  page.evaluate(
    (to) =>
      new Promise<number>((resolve) => {
        const begun = performance.now()
        const before = document.querySelector('[data-plate]')?.getAttribute('data-plate')
        history.pushState(null, '', to)
        window.dispatchEvent(new PopStateEvent('popstate'))
        const look = () => {
          const shown = document.querySelector('[data-plate]')?.getAttribute('data-plate')
          if (shown && shown !== before) requestAnimationFrame(() => resolve(performance.now() - begun))
          else requestAnimationFrame(look)
        }
        look()
      }),
    address,
  )

/** Two days next week on which everybody has as many visits. */
async function busyBranch(server: Server) {
  const project = await makeProject(server, { settings: { name: 'Salon', timezone: 'Europe/Moscow' } })
  const booking = `/api/projects/${project}/booking`
  const everyDay = Array.from({ length: 7 }, () => [['09:00', '20:00']])
  const { id: branch } = branchSchema.parse(
    await server.api('POST', `${booking}/begin`, {
      name: 'Salon',
      service: { title: 'Haircut', price: 1500, duration: 60 },
      employee: { name: 'Employee 1', week: everyDay },
      open: false,
    }),
  )
  const at = `${booking}/branches/${branch}`
  const setup = branchSetupSchema.parse(await server.api('GET', at))
  const [first] = setup.employees
  if (!first) throw new Error('The branch has no employee.')
  const team = [first.id]
  for (let number = 2; number <= employees; number++) {
    const { services, schedule } = first
    team.push(employeeSchema.parse(await server.api('POST', `${at}/employees`, { name: `Employee ${number}`, services, schedule })).id)
  }
  const days = [7, 8].map((ahead) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10))
  for (const date of days)
    for (const [index, employee] of team.entries())
      for (let hour = 0; hour < visitsEach; hour++) {
        const time = `${String(10 + hour).padStart(2, '0')}:00`
        const phone = `+1 202 55 ${10_000 + index * visitsEach + hour}`
        await server.api('POST', `${at}/visits`, { date, time, services: first.services, employee, clientName: `Client ${hour}`, phone })
      }
  return { project, days }
}
