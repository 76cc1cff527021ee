/** The public chat page by itself. */
import { chatPage } from '../../builder/e2e/chat-page.ts'
import { chatPath, makeExample, makeProject, publish } from '../../builder/e2e/projects.ts'
import { expect, test } from '../../builder/e2e/server.ts'

const greeter = (text: string) => ({ blocks: [{ number: 1, type: 'start', text, buttons: [{ id: 1, text: 'Ещё / More' }] }] })

test('speaks Russian to a Russian browser', async ({ page, server }) => {
  const chat = chatPage(page, { messages: 'Сообщения', write: 'Напишите сообщение' })
  await page.goto(await publish(server, await makeExample(server, 'shop-basket', 'ru')))
  await expect(page.getByText('Напишите что-нибудь, чтобы начать')).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'ru')
  await chat.say('привет')
  await expect(chat.log.getByRole('listitem')).not.toHaveCount(1)
  await chat.press('Каталог')
  await expect(chat.log.getByRole('listitem').last()).toContainText('₽')
})

test.describe('in English', () => {
  test.use({ locale: 'en-US' })

  test('talks with text and buttons, and a reload keeps what is half written', async ({ page, server }) => {
    const chat = chatPage(page)
    await page.goto(await publish(server, await makeProject(server, greeter('Hello there'))))
    await chat.say('hi')
    await chat.answers('Hello there')
    await chat.press('Ещё / More')
    await expect(chat.log.getByText('Hello there')).toHaveCount(2)
    // Who presses Enter while a file is on its way has said it as soon as the file is there.
    let letGo = () => {}
    const held = new Promise<void>((resolve) => (letGo = resolve))
    await page.route(/\/files\?/, (route) => held.then(() => route.continue()))
    await page
      .getByLabel('Attach files')
      .first()
      .setInputFiles({ name: 'list.txt', mimeType: 'text/plain', buffer: Buffer.from('milk') })
    await expect(page.getByRole('button', { name: 'Remove list.txt' })).toBeVisible()
    await chat.say('my list')
    await expect(chat.log.getByText('my list')).toHaveCount(0)
    letGo()
    await expect(chat.log.getByRole('link', { name: /^list\.txt/ })).toBeVisible()
    await chat.field.fill('half a wor')
    await page.reload()
    await expect(chat.log.getByText('Hello there')).toHaveCount(3)
    await expect(chat.log.getByRole('link', { name: /^list\.txt/ })).toBeVisible()
    await expect(chat.field).toHaveValue('half a wor')
  })

  test('says what is wrong with a chat that cannot be talked to', async ({ page, server }) => {
    const chat = chatPage(page)
    await page.goto('/chat/nothing-here')
    await expect(page.getByRole('heading', { name: 'There is no such chat' })).toBeVisible()
    await expect(chat.field).toBeHidden()

    const project = await makeProject(server, greeter('Hello there'))
    const address = await chatPath(server, project)
    await page.goto(address)
    await expect(page.getByRole('heading', { name: 'This chat is not open yet' })).toBeVisible()

    await publish(server, project)
    await page.reload()
    await chat.say('hi')
    await chat.answers('Hello there')

    await server.api('PATCH', `/api/projects/${project}/channels/${address.split('/').at(-1)}`, { enabled: false })
    await page.reload()
    await expect(page.getByRole('heading', { name: 'This chat is closed' })).toBeVisible()
    await expect(chat.field).toBeHidden()
  })

  test('keeps what is said without a connection and sends it when it is back, once', async ({ page, context, server }) => {
    const chat = chatPage(page)
    await page.goto(await publish(server, await makeProject(server, greeter('Hello there'))))
    await chat.say('hi')
    await chat.answers('Hello there')
    await context.setOffline(true)
    await chat.say('are you there?')
    await expect(chat.log).toContainText('are you there?')
    await expect(chat.log).toContainText('sending')
    await context.setOffline(false)
    await expect(chat.log.getByText('Hello there')).toHaveCount(2)
    await expect(chat.log).not.toContainText('sending')
    await page.reload()
    await expect(chat.log.getByText('are you there?')).toHaveCount(1)
    await expect(chat.log.getByText('Hello there')).toHaveCount(2)
  })

  test.describe('in the dark, on a telephone', () => {
    test.use({ colorScheme: 'dark', viewport: { width: 390, height: 700 } })

    test('is dark and no wider than the screen, whatever is said', async ({ page, server }) => {
      const chat = chatPage(page)
      await page.goto(
        await publish(server, await makeProject(server, greeter(`${'long'.repeat(80)}\nhttps://example.com/${'path'.repeat(60)}`))),
      )
      await chat.say('w'.repeat(300))
      await chat.answers('long')
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
      const background = await page.evaluate(() => getComputedStyle(document.body).backgroundColor)
      const [red = 255, green = 255, blue = 255] = (background.match(/[\d.]+/g) ?? []).map(Number)
      expect(Math.max(red, green, blue), background).toBeLessThan(90)
    })
  })
})
