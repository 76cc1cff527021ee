/** Whatever people write is shown as they wrote it, on every screen: never markup, never a script. */
import type { Page } from '@playwright/test'
import { chatPage } from './chat-page.ts'
import { funnelPage } from './funnel-page.ts'
import { makeProject, publish } from './projects.ts'
import { expect, test } from './server.ts'

test.use({ locale: 'en-US' })

const image = '<img src=x onerror="alert(1)">'
const script = '</script><script>alert(2)</script>'
const link = '[press](javascript:alert(3)) <a href="javascript:alert(4)">here</a>'

const hostile = {
  settings: { name: `Shop ${image}` },
  sheets: [{ id: 1, name: `Sheet ${image}` }],
  blocks: [
    {
      number: 1,
      type: 'start',
      name: `Start ${image}`,
      condition: 'hello',
      text: `${script} ${image} #{name}`,
      buttons: [{ id: 1, text: `Button ${image}` }],
    },
    { number: 2, y: 320, text: `${link} ${image}`, format: 'markdown', calculator: `total = "${image}"` },
    { number: 3, y: 640, text: `<b onmouseover="alert(5)">bold</b> <a href="javascript:alert(6)">link</a> ${image}`, format: 'html' },
    { number: 4, x: 400, type: 'comment', text: script },
  ],
  arrows: [
    { id: 1, from: 1, to: 2, description: `Arrow ${image}`, collectsData: true, variable: 'name' },
    { id: 2, from: 2, to: 3, delay: { value: 0 } },
  ],
}

test('names, messages, buttons and what clients write never become markup', async ({ page, context, server }) => {
  const faults: string[] = []
  const watch = (one: Page) => {
    one.on('dialog', (dialog) => {
      faults.push(`a dialog: ${dialog.message()}`)
      void dialog.dismiss()
    })
    one.on('pageerror', (error) => faults.push(`an error: ${error.message}`))
    one.on('console', (message) => {
      if (message.type() === 'error' && /Content Security Policy/.test(message.text())) faults.push(message.text())
    })
  }
  const harmless = async (one: Page) => {
    await expect(one.locator('img[src="x"], [onerror], [onmouseover], a[href^="javascript:" i], script:has-text("alert")')).toHaveCount(0)
    expect(faults).toEqual([])
  }
  watch(page)
  const funnel = funnelPage(page)
  const project = await makeProject(server, hostile)

  await test.step('list of projects', async () => {
    await page.goto('/')
    await expect(page.getByRole('list', { name: 'Projects' })).toContainText(`Shop ${image}`)
    await harmless(page)
  })

  await test.step('canvas, panel, outline', async () => {
    await funnel.open(project)
    await expect(funnel.block(1)).toContainText(`Start ${image}`)
    await expect(funnel.block(1)).toContainText(`Button ${image}`)
    await expect(funnel.block(4)).toContainText(script)
    await funnel.select(2)
    await harmless(page)
    await page.keyboard.press('Escape')
    await page.keyboard.press('o')
    await expect(page.getByRole('complementary', { name: 'Outline' })).toContainText(image)
    await harmless(page)
    await page.keyboard.press('o')
  })

  await test.step('test chat: the bot’s texts and the client’s', async () => {
    await funnel.chat.open()
    await funnel.chat.say('hello')
    await expect(funnel.chat.log).toContainText(script)
    await funnel.chat.say(`Anna ${image}`)
    await expect(funnel.chat.log).toContainText(`Anna ${image}`)
    await funnel.chat.answers('bold')
    await funnel.chat.tab('Variables')
    await expect(funnel.chat.column.getByRole('textbox', { name: 'Change name', exact: true })).toHaveValue(`Anna ${image}`)
    await harmless(page)
  })

  await test.step('publishing, versions, settings', async () => {
    await page.getByRole('button', { name: 'Publish', exact: true }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await harmless(page)
    await page.keyboard.press('Escape')
    const address = await publish(server, project)
    await page.goto(`/p/${project}/versions`)
    await expect(page.getByRole('heading', { name: 'Version 1' }).first()).toBeVisible()
    await page.getByText('What is inside').click()
    await expect(page.getByText(`Start ${image}`).first()).toBeVisible()
    await harmless(page)
    await page.goto(`/p/${project}/settings`)
    await expect(page.getByRole('button', { name: `Project Shop ${image}: switch` })).toBeVisible()
    await harmless(page)

    const visitor = chatPage(await context.newPage())
    watch(visitor.page)
    await visitor.page.goto(address)
    await visitor.say('hello')
    await expect(visitor.log).toContainText(script)
    await visitor.say(`Anna ${image}`)
    await visitor.answers('bold')
    await expect(visitor.log).toContainText(`Anna ${image}`)
    await harmless(visitor.page)
    await visitor.page.reload()
    await visitor.answers('bold')
    await harmless(visitor.page)
  })
})
