/** From the link that the console prints to the first answer of a bot. */
import { expect, test } from '@playwright/test'
import { funnelPage } from './funnel-page.ts'
import { owner, startServer } from './start-server.ts'

test.use({ locale: 'en-US' })

test('the owner is created by the printed link, takes an example and talks to it', async ({ page }) => {
  // The minute that is promised is measured below.
  test.slow()
  const server = await startServer({ owned: false })
  try {
    await test.step('without the link nobody gets in', async () => {
      await page.goto(server.url)
      await expect(page.getByRole('heading', { name: 'Open the link from the console' })).toBeVisible()
      await page.goto(`${server.url}/setup#made-up`)
      await fillOwner()
      await expect(page.getByText('This link is not the one that the console printed last.')).toBeVisible()
    })

    const began = Date.now()
    await test.step('with it one is the owner', async () => {
      await page.goto('about:blank')
      await page.goto(server.setUpLink)
      await fillOwner()
    })

    await test.step('an example answers', async () => {
      await page.getByRole('button', { name: 'Shop with a basket' }).click()
      const { chat } = funnelPage(page)
      await chat.say('hello')
      await expect(chat.log).toContainText('What would you like to do?')
      expect(Date.now() - began).toBeLessThan(60_000)
    })

    await test.step('the link works once', async () => {
      await page.goto('about:blank')
      await page.goto(server.setUpLink)
      await expect(page.getByRole('link', { name: 'Open project Shop with a basket' })).toBeVisible()
    })
  } finally {
    await server.stop()
  }

  async function fillOwner() {
    const form = page.getByRole('form', { name: 'Create the owner' })
    await form.getByLabel('Your name').fill(owner.name)
    await form.getByLabel('E-mail').fill(owner.email)
    await form.getByLabel('Password', { exact: true }).fill(owner.password)
    await form.getByRole('button', { name: 'Create and begin' }).click()
  }
})
