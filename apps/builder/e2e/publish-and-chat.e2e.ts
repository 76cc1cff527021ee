import { chatPage } from './chat-page.ts'
import { funnelPage } from './funnel-page.ts'
import { makeExample } from './projects.ts'
import { expect, test } from './server.ts'

test.use({ locale: 'en-US' })

test('what is published is what clients talk to', async ({ page, context, browser, server }) => {
  const funnel = funnelPage(page)
  const dialog = page.getByRole('dialog')
  await funnel.open(await makeExample(server, 'shop-basket'))
  const publish = async () => {
    await page.getByRole('button', { name: 'Publish', exact: true }).click()
    await dialog.getByRole('button', { name: 'Publish', exact: true }).click()
  }

  await publish()
  await expect(dialog).toHaveAccessibleName('Version 1 is live')
  const address = await dialog.getByRole('textbox', { name: 'Link of the chat' }).inputValue()
  await dialog.getByRole('button', { name: 'Close' }).last().click()

  const visitor = chatPage(await context.newPage())
  await test.step('a visitor talks to it with text and buttons', async () => {
    await visitor.page.goto(address)
    await visitor.say('hello')
    await visitor.answers('What would you like to do?')
    await visitor.press('Catalogue')
    await visitor.answers('In stock today')
    await visitor.press(/Colombia Huila/)
    await visitor.answers('Colombia Huila, $16 a bag.')
    await visitor.press('3')
    await visitor.answers('The basket comes to $48.')
  })

  await test.step('a reload keeps the conversation and the place in it', async () => {
    await visitor.page.reload()
    await expect(visitor.log).toContainText('Colombia Huila, $16 a bag.')
    await visitor.answers('The basket comes to $48.')
    await visitor.press('Basket')
    await visitor.answers('Total: $48')
  })

  const elsewhere = await browser.newContext({ locale: 'en-US' })
  const second = chatPage(await elsewhere.newPage())
  await test.step('a second visitor has a conversation of his own', async () => {
    await second.page.goto(address)
    await expect(second.page.getByText('Write something to begin')).toBeVisible()
    await second.say('hello')
    await second.answers('What would you like to do?')
    await second.press('Basket')
    await second.answers('The basket is still empty.')
    await visitor.answers('Total: $48')
  })

  await test.step('an edit of the draft reaches clients only when it is published', async () => {
    await page.bringToFront()
    await funnel.select(1)
    await funnel.write('Text of the message', 'Good evening from the new version!')
    await funnel.saved()
    await second.say('menu')
    await expect(second.log.getByText('We roast on Tuesdays')).toHaveCount(2)
    await publish()
    await expect(dialog).toHaveAccessibleName('Version 2 is live')
    await second.say('menu')
    await expect(second.log).toContainText('Good evening from the new version!')
  })
  await elsewhere.close()
})
