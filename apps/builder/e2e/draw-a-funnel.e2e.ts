import { funnelPage } from './funnel-page.ts'
import { expect, test } from './server.ts'

test.use({ locale: 'en-US' })

test('a funnel is drawn from nothing, talked to, and is there after a reload', async ({ page }) => {
  const funnel = funnelPage(page)

  await test.step('the first page offers an empty funnel', async () => {
    await page.goto('/')
    await page.getByRole('button', { name: 'Empty funnel', exact: true }).click()
    await expect(page.getByRole('heading', { name: 'An empty funnel' })).toBeVisible()
  })

  await test.step('a double click makes the first block, a start condition', async () => {
    await funnel.canvas.dblclick({ position: { x: 400, y: 60 } })
    await expect(funnel.blocks).toHaveCount(1)
    await expect(funnel.panel.getByRole('heading', { name: 'Start condition' })).toBeVisible()
    await funnel.field('Condition').fill('hello;hi')
    await funnel.write('Text of the message', 'How many bags?')
    await expect(funnel.block(1)).toContainText('How many bags?')
    await expect(funnel.block(1)).toContainText('hello;hi')
  })

  await test.step('the menu makes a block of any type', async () => {
    await page.getByRole('button', { name: 'Add a block' }).click()
    await page.getByRole('menuitem', { name: 'Dialogue state' }).click()
    await expect(funnel.blocks).toHaveCount(2)
    await funnel.write('Calculator', 'total = 12 * bags')
    await funnel.write('Text of the message', 'That makes #{total}.')
    await expect(funnel.block(2)).toContainText('total = 12 * bags')
  })

  await test.step('dragging from the knob of a block to another draws an arrow', async () => {
    await funnel.draw(1, 0, await funnel.middleOf(2))
    await expect(funnel.arrows).toHaveCount(1)
    await expect(funnel.panel.getByRole('heading', { name: 'Arrow', exact: true })).toBeVisible()
    await funnel.field('Condition').fill('^[1-9][0-9]?$')
    await funnel.panel.getByRole('combobox', { name: 'How to compare' }).selectOption('Regular expression')
    await funnel.panel.getByRole('switch', { name: 'Client enters data' }).click()
    await funnel.field('Variable for the answer').fill('bags')
    await expect(funnel.arrowLabel(1, 2)).toContainText('bags')
  })

  await test.step('an arrow dropped on empty ground makes a block with it', async () => {
    const from = await funnel.middleOf(2)
    await funnel.draw(2, 0, { x: from.x - 220, y: from.y + 180 })
    await expect(funnel.blocks).toHaveCount(3)
    await expect(funnel.arrows).toHaveCount(2)
    await expect(funnel.panel).toHaveAccessibleName('Block 3')
    await funnel.write('Text of the message', 'Thank you!')
  })

  await test.step('an arrow that waits for nothing goes on by itself', async () => {
    await funnel.selectArrow(2, 3)
    await funnel.panel.getByText('After a time', { exact: true }).click()
    await funnel.field('Delay').fill('5')
    await expect(funnel.arrowLabel(2, 3)).toContainText('5')
    await funnel.panel.getByText('At once', { exact: true }).click()
  })

  await test.step('an arrow drawn from a button takes its text as the condition', async () => {
    await funnel.select(3)
    await funnel.panel.getByRole('button', { name: 'Add a button' }).click()
    await funnel.field('Text of button 1').fill('Once more')
    await expect(funnel.block(3)).toContainText('Once more')
    await page.keyboard.press('Escape')
    await funnel.draw(3, 1, await funnel.middleOf(1))
    await expect(funnel.field('Condition')).toHaveValue('Once more')
  })

  await test.step('the test chat talks to it', async () => {
    await funnel.chat.open()
    await funnel.chat.say('hello')
    await funnel.chat.answers('How many bags?')
    await funnel.chat.say('3')
    await expect(funnel.chat.log).toContainText('That makes 36.')
    await funnel.chat.answers('Thank you!')
    await funnel.chat.press('Once more')
    await funnel.chat.answers('How many bags?')
    await funnel.chat.column.getByRole('button', { name: 'Close the test chat' }).click()
  })

  await test.step('every step can be taken back and done again, by keys and by buttons', async () => {
    await funnel.select(3)
    await page.keyboard.press('Delete')
    await expect(funnel.blocks).toHaveCount(2)
    await expect(funnel.arrows).toHaveCount(1)
    await page.keyboard.press('ControlOrMeta+z')
    await expect(funnel.blocks).toHaveCount(3)
    await expect(funnel.arrows).toHaveCount(3)
    await page.keyboard.press('ControlOrMeta+y')
    await expect(funnel.blocks).toHaveCount(2)
    await funnel.undo.click()
    await expect(funnel.blocks).toHaveCount(3)
    await funnel.redo.click()
    await expect(funnel.blocks).toHaveCount(2)
    await funnel.undo.click()
    await expect(funnel.arrows).toHaveCount(3)
  })

  await test.step('a reload keeps everything', async () => {
    await funnel.saved()
    await page.reload()
    await expect(funnel.blocks).toHaveCount(3)
    await expect(funnel.arrows).toHaveCount(3)
    await expect(funnel.block(2)).toContainText('That makes #{total}.')
    await expect(funnel.block(3)).toContainText('Once more')
    await expect(funnel.arrowLabel(1, 2)).toContainText('bags')
  })
})
