/** A day of people who work with clients: two of them, and a funnel that works beside them. */
import type { Locator, Page } from '@playwright/test'
import { createTask, listDialogues, listOperators, listPipelines } from '@voronka/api'
import { join } from './people.ts'
import { makeProject, publish } from './projects.ts'
import type { Server } from './server.ts'
import { expect, test } from './server.ts'

test.use({ locale: 'en-US' })

/** "hi" orders a bouquet, "paid" moves the order on. */
const shop = {
  blocks: [
    { number: 1, type: 'start', condition: 'hi', matchType: 'exact', calculator: "create_order('Bouquet', 500)", text: 'Hello' },
    { number: 2, type: 'nonstate_cond', condition: 'paid', matchType: 'exact', calculator: 'move_order_to_next_state()', text: 'Thanks' },
  ],
}

async function say(chat: string, visitor: string, name: string, text: string): Promise<void> {
  const body = JSON.stringify({ visitor, id: `${visitor}-${text}`, text, name })
  const answer = await fetch(`${chat}/messages?wait=1`, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
  expect(answer.status, await answer.text()).toBe(200)
}

/** A shop with the board that every project begins with, two columns, and an operator who is signed in on a page of his own. */
async function openShop(server: Server, browser: Parameters<typeof join>[0]) {
  const project = await makeProject(server, shop)
  const path = `/api/projects/${project}`
  const { pipelines } = listPipelines.output.parse(await server.api('GET', `${path}/pipelines`))
  const [first = '', second = ''] = pipelines[0]?.states.map(({ name }) => name) ?? []
  const chat = server.url + (await publish(server, project))
  const operator = await join(browser, server, project, 'operator', 'Ann')
  return { project, path, chat, operator, first, second }
}

const column = (page: Page, name: string): Locator => page.getByRole('region', { name: new RegExp(`^${name}, `) })
const card = (page: Page, number: number): Locator => page.locator(`[data-card="${number}"]`)

test('an operator comes on shift, answers, moves an order, fails and restores it, and does a task', async ({ page, browser, server }) => {
  test.slow()
  const { project, path, chat, operator, first, second } = await openShop(server, browser)
  await say(chat, 'vera', 'Vera', 'hi')
  const { operators } = listOperators.output.parse(await server.api('GET', `${path}/operators`))
  const ann = operators.find(({ name }) => name === 'Ann')?.account ?? null
  const today = new Date().toISOString().slice(0, 10)
  createTask.output.parse(await server.api('POST', `${path}/tasks`, { title: 'Call Vera', date: today, responsible: ann }))

  await test.step('comes on shift', async () => {
    await operator.goto(`/p/${project}/clients`)
    await operator.getByRole('button', { name: 'My shift: Absent' }).click()
    await operator.getByRole('menuitemcheckbox', { name: 'On shift' }).click()
    await expect(operator.getByRole('button', { name: 'My shift: On shift' })).toBeVisible()
  })

  await test.step('answers in the inbox, with a file', async () => {
    await operator.getByRole('button', { name: /Vera/ }).click()
    await expect(operator.getByRole('log')).toContainText('Hello')
    await operator.getByText('Person', { exact: true }).click()
    await operator
      .getByLabel('Files of this device')
      .setInputFiles({ name: 'roses.txt', mimeType: 'text/plain', buffer: Buffer.from('red') })
    await expect(operator.getByRole('link', { name: 'roses.txt' })).toBeVisible()
    await operator.getByRole('textbox', { name: 'Message to the client' }).fill('Roses or tulips?')
    await operator.keyboard.press('Enter')
    await expect(operator.getByRole('log')).toContainText('Roses or tulips?')
    const history = await (await fetch(`${chat}/history?visitor=vera`)).json()
    expect(history.messages.at(-1)).toMatchObject({ text: 'Roses or tulips?', attachments: [{ name: 'roses.txt' }] })
  })

  await test.step('moves the order with the keyboard, and back with the mouse', async () => {
    await operator.goto(`/p/${project}/orders`)
    await expect(column(operator, first).locator('[data-card="1"]')).toBeVisible()
    await card(operator, 1).focus()
    await operator.keyboard.press('Space')
    await operator.keyboard.press('ArrowRight')
    await operator.keyboard.press('Space')
    await expect(column(operator, second).locator('[data-card="1"]')).toBeVisible()
    await card(operator, 1).dragTo(column(operator, first))
    await expect(column(operator, first).locator('[data-card="1"]')).toBeVisible()
  })

  await test.step('opens the order and a dialog by keys, and is back where he was', async () => {
    await card(operator, 1).focus()
    await operator.keyboard.press('Enter')
    await expect(operator.getByRole('complementary', { name: 'Order 1' })).toBeFocused()
    await operator.keyboard.press('Escape')
    await expect(card(operator, 1)).toBeFocused()
    const filter = operator.getByRole('button', { name: 'Filter' })
    await filter.press('Enter')
    await expect(operator.getByRole('dialog')).toBeVisible()
    await operator.keyboard.press('Escape')
    await expect(filter).toBeFocused()
  })

  await test.step('answers beside the order', async () => {
    await card(operator, 1).click()
    await operator.getByRole('textbox', { name: 'Message to the client' }).fill('Tulips it is')
    await operator.keyboard.press('Enter')
    await expect(operator.getByRole('log')).toContainText('Tulips it is')
    await expect(column(operator, first).locator('[data-card="1"]')).toBeVisible()
  })

  await test.step('fails it with a reason, and restores it', async () => {
    const panel = operator.getByRole('complementary', { name: 'Order 1' })
    await panel.getByRole('button', { name: 'Move' }).click()
    await operator.getByRole('menuitem', { name: 'Failed' }).click()
    await operator.getByRole('dialog').getByLabel('Reason').fill('too dear')
    await operator.getByRole('button', { name: 'Mark as failed' }).click()
    await expect(card(operator, 1)).toBeHidden()
    await expect(panel).toContainText('too dear')
    await panel.getByRole('button', { name: 'Restore' }).click()
    await expect(column(operator, first).locator('[data-card="1"]')).toBeVisible()
  })

  await test.step('sees the funnel move it, while the owner does too', async () => {
    await page.goto(`/p/${project}/orders`)
    await expect(column(page, first).locator('[data-card="1"]')).toBeVisible()
    await say(chat, 'boris', 'Boris', 'hi')
    await say(chat, 'boris', 'Boris', 'paid')
    for (const each of [page, operator]) await expect(column(each, second).locator('[data-card="2"]')).toBeVisible()
  })

  await test.step('puts an order away by keys, and has the next card', async () => {
    await card(operator, 2).focus()
    for (const key of ['Space', 'ArrowRight', 'Space']) await operator.keyboard.press(key)
    await expect(card(operator, 2)).toBeHidden()
    await expect(card(operator, 1)).toBeFocused()
  })

  await test.step('does the task', async () => {
    await operator.goto(`/p/${project}/tasks?view=day`)
    await operator.getByRole('checkbox', { name: 'Complete “Call Vera”' }).click()
    await expect(operator.getByRole('checkbox', { name: 'Open “Call Vera” again' })).toBeChecked()
  })
})

test('who changes the same field as somebody else is told; two clients are joined and taken apart again', async ({
  page,
  browser,
  server,
}) => {
  test.slow()
  const { project, path, chat, operator } = await openShop(server, browser)
  await say(chat, 'vera', 'Vera', 'hi')
  await say(chat, 'vera2', 'Vera of the shop', 'hi')

  await test.step('the second writer decides', async () => {
    const name = (each: Page) => each.getByRole('complementary', { name: 'Order 1' }).getByLabel('What is ordered')
    for (const each of [page, operator]) await each.goto(`/p/${project}/orders?order=1`)
    await name(page).fill('Roses')
    await name(operator).fill('Tulips')
    await operator.keyboard.press('Enter')
    await expect(card(page, 1)).toContainText('Tulips')
    await expect(name(page)).toHaveValue('Roses')
    await name(page).press('Enter')
    const told = page.getByRole('alert').filter({ hasText: 'Somebody else changed the same field' })
    await expect(told).toContainText('Tulips')
    await told.getByRole('button', { name: 'Keep mine' }).click()
    await expect(name(operator)).toHaveValue('Roses')
  })

  await test.step('one person in two places', async () => {
    const { dialogues } = listDialogues.output.parse(await server.api('GET', `${path}/clients`))
    const vera = dialogues.find(({ name }) => name === 'Vera')
    await page.goto(`/p/${project}/clients?client=${vera?.id}`)
    const about = page.getByRole('complementary', { name: 'Card of the client' })
    await about.getByLabel('Join with').fill('of the shop')
    await about.getByRole('list', { name: 'Clients found' }).getByRole('button').click()
    await about.getByRole('button', { name: 'Take out' }).first().click()
    await expect(about.getByRole('button', { name: 'Take out' })).toHaveCount(0)
  })
})
