/** Online booking, from nothing to a client's first visit, and what a day at the calendar is made of. */
import type { Locator, Page } from '@playwright/test'
import { listBranches } from '@voronka/api'
import { makeProject } from './projects.ts'
import type { Server } from './server.ts'
import { expect, test } from './server.ts'

test.use({ locale: 'en-US', timezoneId: 'Europe/Moscow' })

/** The Monday after today, on which the hours that booking begins with are worked. */
function nextMonday(): Date {
  const day = new Date()
  day.setUTCDate(day.getUTCDate() + ((8 - day.getUTCDay()) % 7 || 7))
  return day
}

const branchesOf = async ({ api }: Server, project: number) =>
  listBranches.output.parse(await api('GET', `/api/projects/${project}/booking/branches`)).branches

const plate = (page: Page, label: RegExp): Locator => page.getByRole('button', { name: label })

test('a bookable service is set up in a minute, a client books and moves it, and the calendar shows each at once', async ({
  page,
  browser,
  server,
}) => {
  test.slow()
  const project = await makeProject(server, { settings: { name: 'Barbershop', timezone: 'Europe/Moscow' } })
  const monday = nextMonday()
  const named = monday.toLocaleDateString('en-US', { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' })

  await test.step('sets up', async () => {
    await page.goto(`/p/${project}/booking`)
    await page.getByLabel('Name').first().fill('Salon')
    await page.getByLabel('Title').fill('Haircut')
    await page.getByRole('region', { name: 'Who and when' }).getByLabel('Name').fill('Pavel')
    await page.getByRole('button', { name: 'Begin' }).click()
    await expect(page.getByRole('navigation', { name: 'Parts of booking' })).toBeVisible()
    // The public page is opened last.
    await expect.poll(async () => (await branchesOf(server, project))[0]?.page.on).toBe(true)
    await page.goto(`/p/${project}/booking?day=${monday.toISOString().slice(0, 10)}`)
    await expect(page.getByRole('button', { name: 'Pavel: show the week' })).toBeVisible()
  })

  const [branch] = await branchesOf(server, project)
  const visitor = await browser.newPage({ storageState: { cookies: [], origins: [] } })

  await test.step('a client books', async () => {
    await visitor.goto(`/book/${branch?.key}`)
    await visitor.getByRole('checkbox', { name: /Haircut/ }).check()
    await visitor.getByRole('button', { name: 'Continue' }).click()
    await visitor.getByRole('button', { name: /Pavel/ }).click()
    await visitor.getByRole('button', { name: named }).click()
    await visitor.getByRole('button', { name: '10:00', exact: true }).click()
    await visitor.getByRole('button', { name: 'Book', exact: true }).click()
    await expect(visitor.getByText('Please fill this in.').first()).toBeVisible()
    await visitor.getByLabel('Name').fill('Vera')
    await visitor.getByLabel('Phone').fill('8 900 111-22-33')
    await visitor.getByRole('button', { name: 'Book', exact: true }).click()
    await expect(visitor.getByRole('heading', { name: 'You are booked' })).toBeVisible()
    await expect(plate(page, /^10:00–11:00, Vera, Haircut$/)).toBeVisible()
  })

  await test.step('and moves it by the link', async () => {
    await visitor.getByRole('link', { name: 'My visit' }).click()
    await visitor.getByRole('button', { name: 'Move', exact: true }).click()
    await visitor.getByRole('button', { name: '12:00', exact: true }).click()
    await expect(visitor.getByText('12:00–13:00')).toBeVisible()
    await expect(plate(page, /^12:00–13:00, Vera, Haircut$/)).toBeVisible()
  })

  await test.step('an operator books beside it, and what is taken is not given twice', async () => {
    await page.getByRole('button', { name: 'Book', exact: true }).click()
    const dialog = page.getByRole('dialog', { name: 'New visit' })
    await dialog.getByLabel('Name of a new client').fill('Ivan')
    await dialog.getByRole('checkbox', { name: /Haircut/ }).check()
    const free = dialog.getByRole('group', { name: 'Free times' })
    await expect(free.getByRole('button', { name: '09:00' })).toBeVisible()
    await expect(free.getByRole('button', { name: '12:00' })).toHaveCount(0)
    await free.getByRole('button', { name: '09:00' }).click()
    await dialog.getByRole('button', { name: 'Book', exact: true }).click()
    await expect(dialog.getByRole('alert')).toContainText('needs a phone or an e-mail')
    await dialog.getByLabel('Phone').fill('+7 900 111-22-44')
    await dialog.getByRole('button', { name: 'Book', exact: true }).click()
    await expect(plate(page, /^09:00–10:00, Ivan, Haircut$/)).toBeVisible()
  })

  await test.step('moves it with the keyboard: onto another visit it goes back, beside it it stays', async () => {
    await plate(page, /Ivan/).press(' ')
    for (let step = 0; step < 5; step++) await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect(page.getByText(/The visit stays where it was/)).toBeVisible()
    await expect(plate(page, /^09:00–10:00, Ivan/)).toBeVisible()
    await plate(page, /Ivan/).press(' ')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect(plate(page, /^09:30–10:30, Ivan/)).toBeVisible()
  })

  await test.step('moves it with the mouse, and cancels the other', async () => {
    const grid = await plate(page, /Vera/).boundingBox()
    const box = await plate(page, /Ivan/).boundingBox()
    if (!grid || !box) throw new Error('The plates are not on the screen.')
    const hour = grid.height + 2
    await page.mouse.move(box.x + 40, box.y + box.height / 2)
    await page.mouse.down()
    await page.mouse.move(box.x + 40, box.y + box.height / 2 + 20, { steps: 4 })
    await page.mouse.move(box.x + 40, box.y + box.height / 2 + hour, { steps: 8 })
    await page.mouse.up()
    await expect(plate(page, /^10:30–11:30, Ivan/)).toBeVisible()
    await plate(page, /Vera/).click()
    const dialog = page.getByRole('dialog', { name: 'Haircut' })
    await dialog.getByRole('button', { name: 'Cancel the visit' }).click()
    await dialog.getByRole('button', { name: 'Cancel the visit' }).click()
    await expect(plate(page, /Vera/)).toHaveCount(0)
  })

  await visitor.close()
})
