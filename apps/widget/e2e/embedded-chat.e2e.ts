/** The web chat on a site of somebody else. */
import type { Page } from '@playwright/test'
import { listDialogues, type ChatLook } from '@voronka/api'
import { gzipSync } from 'node:zlib'
import { makeProject, publish } from '../../builder/e2e/projects.ts'
import { expect, test } from '../../builder/e2e/server.ts'
import { foreignSite } from './foreign-site.ts'

test.use({ locale: 'en-US' })

const shop = {
  blocks: [
    { number: 1, type: 'start', text: 'How can we help?' },
    { number: 2, type: 'start', condition: 'price', matchType: 'exact', text: 'From 10 a month' },
    { number: 3, type: 'start', condition: 'welcome', matchType: 'exact', text: 'Welcome to the shop' },
  ],
}

const look: Partial<ChatLook> = { color: '#0b7a4b', opening: 'welcome' }

/** What is on the foreign page, as its visitor sees it. */
function chatOn(page: Page) {
  const frame = page.frameLocator('iframe')
  return {
    button: page.getByRole('button', { name: /^(Open|Close) the chat/ }),
    window: page.getByRole('dialog'),
    field: frame.getByRole('textbox', { name: 'Write a message' }),
    log: frame.getByRole('log', { name: 'Messages' }),
  }
}

test('a chat on another site is opened and left by keyboard, remembers its visitor, counts what is unread and starts at a block', async ({
  page,
  browser,
  server,
}) => {
  const project = await makeProject(server, shop)
  const path = await publish(server, project)
  const key = path.split('/').at(-1)
  await server.api('PUT', `/api/projects/${project}/channels/${key}/look`, look)
  const site = await foreignSite(`<script async src="${server.url}${path}/embed.js"></script>`, '<a href="#voronka-chat=price">Prices</a>')
  const asked = watch(page)
  await page.goto(site.url)
  const { button, window, field, log } = chatOn(page)

  await test.step('only the button is loaded', async () => {
    await expect(button).toHaveAccessibleName('Open the chat')
    const [script, ...others] = await asked.sizes(server.url)
    expect(others).toEqual([])
    expect(script?.gzip).toBeLessThan(10_000)
  })

  await test.step('it opens by keyboard, greets, answers, and gives the focus back', async () => {
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await expect(button).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(window).toBeVisible()
    await expect(log).toContainText('Welcome to the shop')
    await expect(field).toBeFocused()
    await page.keyboard.type('hello')
    await page.keyboard.press('Enter')
    await expect(log.getByRole('listitem').last()).toContainText('How can we help?')
    await page.keyboard.press('Escape')
    await expect(window).toBeHidden()
    await expect(button).toBeFocused()
    await expect(button).toHaveAttribute('aria-expanded', 'false')
  })

  await test.step('an answer that comes when it is closed is counted, also on the next page, until it is seen', async () => {
    const { dialogues } = listDialogues.output.parse(await server.api('GET', `/api/projects/${project}/clients`))
    const send = (text: string) => server.api('POST', `/api/projects/${project}/clients/${dialogues[0]?.id}/messages`, { key: text, text })
    await send('We have just looked')
    await expect(button).toHaveAccessibleName('Open the chat, 1 unread message')
    await page.reload()
    await expect(button).toHaveAccessibleName('Open the chat, 1 unread message')
    await send('It is ready')
    await expect(button).toHaveAccessibleName('Open the chat, 2 unread messages')
    await button.click()
    await expect(log.getByRole('listitem').last()).toContainText('It is ready')
    await expect(log).toContainText('How can we help?')
    await button.click()
    await expect(button).toHaveAccessibleName('Open the chat')
  })

  await test.step('a link starts it at the block of its tag, and it stays open on the next page', async () => {
    await page.getByRole('link', { name: 'Prices' }).click()
    await expect(log.getByRole('listitem').last()).toContainText('From 10 a month')
    await page.reload()
    await expect(window).toBeVisible()
    await expect(log.getByText('From 10 a month')).toHaveCount(1)
    await expect(log.getByText('Welcome to the shop')).toHaveCount(1)
  })

  await test.step('all of it is small and comes from its own server', async () => {
    const all = await asked.sizes(server.url)
    const bytes = all.reduce((sum, { gzip }) => sum + gzip, 0)
    expect(bytes).toBeLessThan(30_000)
    expect(asked.elsewhere(server.url, site.url)).toEqual([])
  })

  await test.step('a site that the settings do not name shows nothing', async () => {
    await server.api('PUT', `/api/projects/${project}/channels/${key}/look`, { ...look, sites: ['shop.example'] })
    const other = await browser.newPage()
    const said = other.waitForEvent('console', (message) => message.text().includes('do not name'))
    await other.goto(site.url)
    await said
    await expect(other.locator('#voronka-chat')).toHaveCount(0)
    await other.close()
  })
  await site.stop()
})

/** What the page asks for, and how large the code is that it gets. */
function watch(page: Page) {
  const answers = new Map<string, Promise<number>>()
  const addresses: string[] = []
  page.on('request', (request) => addresses.push(request.url()))
  page.on('response', (response) => {
    if (!['script', 'stylesheet', 'document'].includes(response.request().resourceType())) return
    const size = response.body().then(
      (body) => gzipSync(body).length,
      () => 0,
    )
    answers.set(response.url(), size)
  })
  return {
    sizes: async (origin: string) =>
      Promise.all([...answers].filter(([url]) => url.startsWith(origin)).map(async ([url, size]) => ({ url, gzip: await size }))),
    elsewhere: (...origins: string[]) =>
      addresses.filter((url) => !url.startsWith('data:') && !origins.some((origin) => url.startsWith(origin))),
  }
}
