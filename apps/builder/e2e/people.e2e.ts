/** Several people in one project: who comes in, what he sees, and what changes when his role does. */
import { createRole } from '@voronka/api'
import { funnelPage } from './funnel-page.ts'
import { freshBrowser, join } from './people.ts'
import { makeExample } from './projects.ts'
import { expect, test } from './server.ts'

test.use({ locale: 'en-US' })

test('an operator comes in by an invitation and sees no builder', async ({ page, server, browser }) => {
  test.slow()
  const project = await makeExample(server, 'shop-basket')
  await page.goto(`/p/${project}/settings/members`)
  await page.getByRole('button', { name: 'Invite' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Make the link' }).click()
  const made = page.getByRole('dialog').getByLabel('Link')
  await expect(made).toHaveValue(/\/invitation#./)
  const link = await made.inputValue()
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click()
  await expect(page.getByRole('list', { name: 'Open invitations' })).toContainText('Operator')

  const guest = await (await freshBrowser(browser, server)).newPage()
  await guest.goto(link)
  await expect(guest.getByText('Olga Owner invites you as: Operator.')).toBeVisible()
  await guest.getByLabel('Your name').fill('Oleg')
  await guest.getByLabel('E-mail').fill('oleg@example.com')
  await guest.getByLabel('Password', { exact: true }).fill('password of Oleg')
  await guest.getByRole('button', { name: 'Create the account and join' }).click()
  await expect(guest).toHaveURL(new RegExp(`/p/${project}`))
  const rail = guest.getByRole('navigation', { name: 'Sections' })
  await expect(rail).toBeVisible()
  await expect(rail.getByRole('link', { name: 'Funnel' })).toHaveCount(0)
  await expect(rail.getByRole('link', { name: 'Settings' })).toHaveCount(0)
  await expect(guest.getByRole('alert')).toHaveCount(0)
  expect((await guest.request.get(`/api/projects/${project}/draft`)).status()).toBe(403)
  await guest.goto('/')
  await expect(guest.getByRole('button', { name: 'New project' })).toHaveCount(0)

  await expect(page.getByRole('list', { name: 'Employees' })).toContainText('oleg@example.com')
  await expect(page.getByRole('list', { name: 'Open invitations' })).toHaveCount(0)
  await guest.goto(link)
  await expect(guest.getByRole('heading', { name: 'This invitation does not work' })).toBeVisible()
})

test('a changed role takes effect on the open page', async ({ page, server, browser }) => {
  test.slow()
  const project = await makeExample(server, 'shop-basket')
  const made = await server.api('POST', `/api/projects/${project}/roles`, {
    name: 'Reader',
    permissions: { sections: { funnel: 'view' }, rights: [] },
  })
  const reader = funnelPage(await join(browser, server, project, createRole.output.parse(made).id, 'Rita'))
  await test.step('a link to what his role does not open says so, and one to nothing as well', async () => {
    await reader.page.goto(`/p/${project}/orders`)
    await expect(reader.page.getByText('Your role does not open this screen')).toBeVisible()
    await reader.page.goto('/p/abc')
    await expect(reader.page.getByText('There is nothing at this address.')).toBeVisible()
  })
  await reader.open(project)

  await test.step('looking is all he can do, and the page says so', async () => {
    await expect(reader.page.getByText('Viewing only')).toBeVisible()
    await expect(reader.page.getByRole('button', { name: 'Publish' })).toHaveCount(0)
    await reader.select(2)
    await reader.field('Name').focus()
    await reader.page.keyboard.type('other')
    await expect(reader.field('Name')).toHaveValue('Main menu')
    await reader.page.keyboard.press('Escape')
    await reader.page.keyboard.press('Delete')
    await expect(reader.block(2)).toBeVisible()
  })

  await page.goto(`/p/${project}/settings/roles`)
  await page.getByRole('button', { name: 'Actions with role Reader' }).click()
  await page.getByRole('menuitem', { name: 'Change' }).click()
  await page.getByRole('group', { name: 'Funnel' }).getByText('Edit').click()
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await expect(reader.page.getByRole('button', { name: 'Publish' })).toBeVisible()
  await expect(reader.page.getByText('Viewing only')).toHaveCount(0)
  await reader.select(2)
  await reader.field('Name').fill('Menu of the day')
  await reader.saved()

  await page.goto(`/p/${project}/settings/audit`)
  const entry = page.getByRole('list', { name: 'Audit log' }).getByRole('listitem').filter({ hasText: 'changed a role' })
  await expect(entry.first()).toContainText('View')
  await expect(entry.first()).toContainText('Edit')
  await page.getByRole('searchbox', { name: 'Search' }).fill('nothing like this')
  await expect(page.getByText('Nothing fits.')).toBeVisible()
})
