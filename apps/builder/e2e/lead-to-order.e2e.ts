/** The way of a request: a form on a site of somebody else, the list of leads, a client and his order, the end of it. */
import { foreignSite } from '../../widget/e2e/foreign-site.ts'
import { makeProject } from './projects.ts'
import { expect, test } from './server.ts'

test.use({ locale: 'en-US' })

test('a lead of a form on another site becomes a client and an order, which is closed with success', async ({ page, browser, server }) => {
  const project = await makeProject(server, { blocks: [{ number: 1, type: 'start', text: 'Hello' }] })

  const line = await test.step('the settings give the line for the site', async () => {
    await page.goto(`/p/${project}/settings/leads`)
    await page.getByRole('button', { name: 'Make a form' }).click()
    const field = page.getByLabel('One line for the page of your site')
    await expect(field).toHaveValue(/data-form="[\w-]+"/)
    return field.inputValue()
  })

  await test.step('a visitor of the site fills it in', async () => {
    const site = await foreignSite('', line)
    const visitor = await browser.newPage()
    await visitor.goto(`${site.url}/roses?utm_source=mail`)
    await visitor.getByLabel('Name').fill('Vera')
    await visitor.getByLabel('Phone').fill('+7 900 123-45-67')
    await visitor.getByLabel('Message').fill('Twenty roses, please')
    await visitor.getByRole('button').click()
    await expect(visitor.getByRole('status')).not.toBeEmpty()
    await visitor.close()
    await site.stop()
  })

  await test.step('it is in the list at once, and somebody takes and processes it', async () => {
    await page.goto(`/p/${project}/leads`)
    await page
      .getByRole('link', { name: 'Vera' })
      .or(page.getByRole('button', { name: 'Vera' }))
      .first()
      .click()
    const panel = page.getByRole('complementary', { name: 'Lead 1' })
    await expect(panel).toContainText('Twenty roses, please')
    await expect(panel).toContainText('mail')
    await panel.getByRole('button', { name: 'Take' }).click()
    await expect(panel).toContainText('In work')
    await panel.getByRole('button', { name: 'Process' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Next' }).click()
    await dialog.getByLabel('Name of the order').fill('Roses for Vera')
    await dialog.getByLabel('Budget').fill('2000')
    await dialog.getByRole('button', { name: 'Create the order' }).click()
    await expect(panel).toContainText('Processed')
  })

  await test.step('the order stands on the board', async () => {
    await page.getByRole('complementary', { name: 'Lead 1' }).getByRole('link', { name: 'Order 1' }).click()
    const panel = page.getByRole('complementary', { name: 'Order 1' })
    await expect(panel.getByLabel('What is ordered')).toHaveValue('Roses for Vera')
    await expect(page.locator('[data-card="1"]')).toContainText('Vera')
  })

  await test.step('she pays by a link, and the payment is in the list', async () => {
    await server.api('POST', `/api/projects/${project}/connections`, { kind: 'test-payments', name: '', fields: {} })
    const panel = page.getByRole('complementary', { name: 'Order 1' })
    await panel.getByRole('button', { name: 'Create a payment link' }).click()
    await expect(panel.getByLabel('Sum')).toHaveValue('2000')
    await panel.getByRole('button', { name: 'Create', exact: true }).click()
    const link = await panel.getByLabel('Link of payment 1').inputValue()
    await page.getByRole('link', { name: 'All payments of the order' }).click()
    const row = page.getByRole('row', { name: /Vera/ })
    await expect(row).toContainText('Waiting')
    const client = await browser.newPage()
    await client.goto(link)
    await client.getByRole('button', { name: 'Pay' }).click()
    await client.close()
    await expect(row).toContainText('Paid')
    await row.getByRole('link', { name: 'Order 1' }).click()
  })

  await test.step('the order is closed', async () => {
    const panel = page.getByRole('complementary', { name: 'Order 1' })
    await panel.getByRole('button', { name: 'Move' }).click()
    await page.getByRole('menuitem', { name: 'Successful' }).click()
    await expect(page.locator('[data-card="1"]')).toBeHidden()
    await expect(panel.getByRole('button', { name: 'Restore' })).toBeVisible()
  })
})
