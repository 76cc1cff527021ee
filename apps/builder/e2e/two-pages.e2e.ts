import type { Browser } from '@playwright/test'
import { funnelPage } from './funnel-page.ts'
import { makeProject } from './projects.ts'
import { expect, test } from './server.ts'

test.use({ locale: 'en-US' })

const two = {
  blocks: [
    { number: 1, type: 'start', condition: 'hi', name: 'Greeting', text: 'Hello' },
    { number: 2, y: 260, name: 'Farewell', text: 'Bye' },
  ],
}

test('what is done on one page appears on the other', async ({ page, browser, server }) => {
  const project = await makeProject(server, two)
  const here = funnelPage(page)
  const there = await otherPage(browser, server.url)
  await here.open(project)
  await there.open(project)

  await here.select(1)
  await here.field('Name').fill('Good morning')
  await expect(there.block(1)).toContainText('Good morning')
  await there.select(2)
  await there.field('Name').fill('Good night')
  await there.draw(1, 0, await there.middleOf(2))
  await expect(here.block(2)).toContainText('Good night')
  await expect(here.arrows).toHaveCount(1)
  await here.saved()
  await there.saved()
  // Undo takes back one's own step, not the other's.
  await page.keyboard.press('Escape')
  await here.undo.click()
  await expect(here.block(1)).toContainText('Greeting')
  await expect(here.block(2)).toContainText('Good night')
  await expect(there.block(1)).toContainText('Greeting')
})

test('changes of the same thing ask what stays, and nothing is lost', async ({ page, browser, server, context }) => {
  const project = await makeProject(server, two)
  const here = funnelPage(page)
  const there = await otherPage(browser, server.url)
  const dialog = page.getByRole('dialog', { name: 'The same things were changed elsewhere' })
  await here.open(project)
  await there.open(project)
  await there.select(1)
  await here.select(1)
  const collide = async (mine: string, theirs: string) => {
    await context.setOffline(true)
    await here.field('Name').fill(mine)
    await there.field('Name').fill(theirs)
    await there.saved()
    await context.setOffline(false)
    await expect(dialog).toContainText('Block 1')
  }

  await test.step('mine', async () => {
    await collide('My name', 'Their name')
    await dialog.getByRole('button', { name: 'Keep mine' }).click()
    await here.saved()
    await expect(here.block(1)).toContainText('My name')
    await expect(there.block(1)).toContainText('My name')
  })

  await test.step('theirs, and Undo brings mine back', async () => {
    await collide('My second name', 'Their second name')
    await dialog.getByRole('button', { name: 'Take theirs' }).click()
    await here.saved()
    await expect(here.block(1)).toContainText('Their second name')
    await here.undo.click()
    await expect(here.block(1)).toContainText('My second name')
    await expect(there.block(1)).toContainText('My second name')
  })
})

test('what is done without a connection is kept and sent later', async ({ page, browser, server, context }) => {
  const project = await makeProject(server, two)
  const here = funnelPage(page)
  await here.open(project)
  const offline = page.getByRole('button', { name: 'Offline, kept on this device' })

  await test.step('sent as soon as the server answers', async () => {
    await here.select(2)
    await context.setOffline(true)
    await here.field('Name').fill('See you later')
    await expect(offline).toBeVisible()
    await context.setOffline(false)
    await here.saved()
    const there = await otherPage(browser, server.url)
    await there.open(project)
    await expect(there.block(2)).toContainText('See you later')
  })

  await test.step('kept over a reload', async () => {
    // The page that is left never gets through, not even with its last breath; the next one does.
    await page.evaluate(() => {
      window.fetch = () => Promise.reject(new TypeError('no connection'))
    })
    await here.field('Name').fill('See you tomorrow')
    await expect(offline).toBeVisible()
    await page.reload()
    await expect(page.getByText('1 unsaved change from this device was put back')).toBeVisible()
    await expect(here.block(2)).toContainText('See you tomorrow')
    await here.saved()
  })

  await test.step('a reload before the server has answered loses nothing and asks nothing', async () => {
    for (const name of ['One', 'Two', 'Three']) {
      await here.select(2)
      await here.field('Name').fill(name)
      await page.reload()
      await expect(here.block(2)).toContainText(name)
      await here.saved()
    }
  })
})

async function otherPage(browser: Browser, baseURL: string) {
  const context = await browser.newContext({ locale: 'en-US', baseURL, viewport: { width: 1440, height: 900 } })
  return funnelPage(await context.newPage())
}
