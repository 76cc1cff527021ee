/** Everything on the canvas without a mouse. Keys are known by their place, so that they are the same in every layout. */
import type { CDPSession } from '@playwright/test'
import { funnelPage } from './funnel-page.ts'
import { makeProject } from './projects.ts'
import { expect, test } from './server.ts'

test.use({ locale: 'en-US' })

test('a funnel is made with keys alone', async ({ page, server, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const funnel = funnelPage(page)
  const { keyboard } = page
  await funnel.open(await makeProject(server, {}))

  await test.step('create and edit', async () => {
    await keyboard.press('Shift+N')
    await expect(funnel.blocks).toHaveCount(1)
    await expect(funnel.panel).toBeVisible()
    await keyboard.press('Enter')
    await expect(funnel.field('Name')).toBeFocused()
    await keyboard.type('Greeting')
    await expect(funnel.block(1)).toContainText('Greeting')
    await keyboard.press('Escape')
    await keyboard.press('n')
    await expect(funnel.blocks).toHaveCount(2)
    await expect(funnel.arrows).toHaveCount(1)
    await expect(funnel.panel).toHaveAccessibleName('Block 2')
  })

  await test.step('connect to a block chosen by its name', async () => {
    await keyboard.press('c')
    await keyboard.type('Greet')
    await expect(page.getByRole('option')).toHaveCount(1)
    await expect(page.getByRole('option', { selected: true })).toContainText('Greeting')
    await keyboard.press('Enter')
    await expect(funnel.arrows).toHaveCount(2)
    await expect(funnel.panel).toHaveAccessibleName('Arrow')
  })

  await test.step('go from block to block, and move one', async () => {
    await keyboard.press('ArrowUp')
    await expect(funnel.panel).toHaveAccessibleName('Block 1')
    await keyboard.press('ArrowDown')
    await expect(funnel.panel).toHaveAccessibleName('Block 2')
    const before = await funnel.middleOf(2)
    await keyboard.press('Alt+ArrowRight')
    await expect.poll(async () => (await funnel.middleOf(2)).x).toBeGreaterThan(before.x)
  })

  await test.step('duplicate, delete, undo and redo', async () => {
    await keyboard.press('Control+d')
    await expect(funnel.blocks).toHaveCount(3)
    await keyboard.press('Delete')
    await expect(funnel.blocks).toHaveCount(2)
    await keyboard.press('Control+z')
    await expect(funnel.blocks).toHaveCount(3)
    await keyboard.press('Control+Shift+z')
    await expect(funnel.blocks).toHaveCount(2)
  })

  await test.step('copy and paste, as a text', async () => {
    await keyboard.press('Control+a')
    await keyboard.press('Control+c')
    await expect(page.getByText('2 blocks copied')).toBeVisible()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('Greeting')
    await keyboard.press('Control+v')
    await expect(funnel.blocks).toHaveCount(4)
    await expect(funnel.arrows).toHaveCount(4)
    await keyboard.press('Control+x')
    await expect(funnel.blocks).toHaveCount(2)
  })

  await test.step('search, palette, sheet of keys', async () => {
    await keyboard.press('Control+f')
    await expect(page.getByRole('searchbox', { name: 'Find on the canvas' })).toBeFocused()
    await keyboard.type('greet')
    await expect(page.getByText('1 of 1')).toBeVisible()
    await expect(funnel.panel).toHaveAccessibleName('Block 1')
    await keyboard.press('Escape')
    await expect(page.getByRole('searchbox', { name: 'Find on the canvas' })).toBeHidden()

    await keyboard.press('Control+k')
    await keyboard.type('outline')
    await expect(page.getByRole('option', { selected: true })).toContainText('Outline')
    await keyboard.press('Enter')
    await expect(page.getByRole('complementary', { name: 'Outline' })).toBeVisible()
    await keyboard.press('o')
    await expect(page.getByRole('complementary', { name: 'Outline' })).toBeHidden()

    await keyboard.press('Shift+Slash')
    await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible()
    await keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toBeHidden()
  })

  await test.step('the view: everything, closer, farther', async () => {
    const zoom = () => funnel.canvas.locator('.react-flow__viewport').evaluate((element) => new DOMMatrix(element.style.transform).a)
    await keyboard.press('Shift+Digit0')
    await expect.poll(zoom).toBe(1)
    await keyboard.press('Minus')
    await expect.poll(zoom).toBeCloseTo(0.8)
    await keyboard.press('Shift+Digit1')
    await expect(funnel.block(1)).toBeInViewport()
    await expect(funnel.block(2)).toBeInViewport()
  })
})

test('the keys are the same ones in a Russian layout', async ({ page, server, context }) => {
  const funnel = funnelPage(page)
  await funnel.open(await makeProject(server, {}))
  const keys = await context.newCDPSession(page)
  await pressRussian(keys, 'KeyN', 'Т', { shift: true })
  await expect(funnel.blocks).toHaveCount(1)
  await pressRussian(keys, 'KeyN', 'т')
  await expect(funnel.blocks).toHaveCount(2)
  await pressRussian(keys, 'KeyZ', 'я', { ctrl: true })
  await expect(funnel.blocks).toHaveCount(1)
  await pressRussian(keys, 'KeyY', 'н', { ctrl: true })
  await expect(funnel.blocks).toHaveCount(2)
  await pressRussian(keys, 'KeyD', 'в', { ctrl: true })
  await expect(funnel.blocks).toHaveCount(3)
  await pressRussian(keys, 'KeyK', 'л', { ctrl: true })
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await pressRussian(keys, 'Slash', ',', { shift: true })
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible()
})

/** A key as a keyboard with a Russian layout sends it: its place is Latin, its letter is not. */
async function pressRussian(keys: CDPSession, code: string, letter: string, { ctrl = false, shift = false } = {}): Promise<void> {
  const modifiers = (ctrl ? 2 : 0) + (shift ? 8 : 0)
  await keys.send('Input.dispatchKeyEvent', {
    type: ctrl ? 'rawKeyDown' : 'keyDown',
    code,
    key: letter,
    modifiers,
    ...(!ctrl && { text: letter }),
  })
  await keys.send('Input.dispatchKeyEvent', { type: 'keyUp', code, key: letter, modifiers })
}
