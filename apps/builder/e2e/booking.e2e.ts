/** Online booking, from nothing to a client's first visit, and what a day at the calendar is made of. */
import type { Locator, Page } from '@playwright/test'
import { getCalendar, getClient, listBranches } from '@voronka/api'
import { makeExample, makeProject, publish } from './projects.ts'
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

/** Somebody who writes to the bot; gives all that it answers, as it comes over the wire. */
const writer =
  (chat: string) =>
  (visitor: string) =>
  async (...texts: readonly string[]): Promise<string> => {
    let last = ''
    for (const text of texts) {
      const body = JSON.stringify({ visitor, id: crypto.randomUUID(), text, name: visitor })
      const answer = await fetch(`${chat}/messages?wait=1`, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
      last = await answer.text()
      expect(answer.status, last).toBe(200)
    }
    return last
  }

test('the salon to begin with: its bot books, loses, cancels and keeps times, and the calendar shows each at once', async ({
  page,
  server,
}) => {
  test.slow()
  const project = await makeExample(server, 'salon-booking')
  const client = writer(server.url + (await publish(server, project)))
  const [ann, bob] = [client('Ann'), client('Bob')]
  const day = nextMonday().toISOString().slice(0, 10)
  const written = day.split('-').toReversed().join('.')
  const choose = ["Women's haircut", 'Book', written]
  const [branch] = await branchesOf(server, project)
  const visits = async () =>
    getCalendar.output.parse(await server.api('GET', `/api/projects/${project}/booking/branches/${branch?.id}/calendar?from=${day}`)).visits
  await page.goto(`/p/${project}/booking?day=${day}`)
  await expect(page.getByRole('button', { name: 'Anna: show the week' })).toBeVisible()

  await test.step('goes back to the dates, and books; who pays stays', async () => {
    expect(await ann('hello', ...choose)).toContain('"10:00"')
    expect(await ann('Back to the dates', written)).toContain('"10:00"')
    const booked = await ann('10:00')
    expect(booked).toContain('You are booked')
    await expect(plate(page, /^10:00–11:00, Ann, Women's haircut$/)).toBeVisible()
    const [address = ''] = /\/pay\/[\w-]+/.exec(booked) ?? []
    const paying = await page.context().newPage()
    await paying.goto(address)
    await paying.getByRole('button', { name: 'Pay' }).click()
    await expect(paying.getByRole('status')).toHaveText(/^Paid/)
    await paying.close()
  })

  await test.step('of two who want one time one has it; not paid, it is offered again', async () => {
    await Promise.all([ann('booking', ...choose), bob('hello', ...choose)])
    const told = await Promise.all([ann('12:00'), bob('12:00')])
    const [winner, loser] = told[0]?.includes('You are booked') ? [ann, bob] : [bob, ann]
    expect(told.filter((text) => text.includes('You are booked'))).toHaveLength(1)
    expect(told.filter((text) => text.includes('has just taken that time') && !text.includes('"12:00"'))).toHaveLength(1)
    await expect(plate(page, /^12:00–13:00, (Ann|Bob), Women's haircut$/)).toHaveCount(1)
    const late = (await visits()).find(({ time }) => time === '12:00')?.client.id
    const { planned } = getClient.output.parse(await server.api('GET', `/api/projects/${project}/clients/${late}`))
    await server.api('POST', `/api/projects/${project}/clients/${late}/planned/${planned[0]?.id}/send`)
    await expect(plate(page, /^12:00/)).toHaveCount(0)
    await expect(plate(page, /^10:00–11:00, Ann/)).toBeVisible()
    expect(await loser('Back to the dates', written)).toContain('"12:00"')
    expect(await loser('12:00')).toContain('You are booked')
    expect(await winner('hello', ...choose)).not.toContain('"12:00"')
    await expect(plate(page, /^12:00–13:00/)).toHaveCount(1)
  })

  await test.step('a visit that is moved and one that is cancelled', async () => {
    const [first, second] = await visits()
    await server.api('PATCH', `/api/projects/${project}/booking/visits/${second?.id}`, { version: second?.version, time: '16:00' })
    await expect(plate(page, /^16:00–17:00/)).toBeVisible()
    await server.api('POST', `/api/projects/${project}/booking/visits/${first?.id}/cancel`, { version: first?.version })
    await expect(plate(page, /^10:00/)).toHaveCount(0)
    const times = await client('Cat')('hello', ...choose)
    expect([times.includes('"10:00"'), times.includes('"16:00"')]).toEqual([true, false])
  })
})
