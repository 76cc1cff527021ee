import type { Page } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { funnelPage } from './funnel-page.ts'
import { makeExample, makeProject } from './projects.ts'
import { expect, test } from './server.ts'

test.use({ locale: 'en-US' })

test('the file of a project, opened elsewhere, gives the same file again', async ({ page, server }) => {
  await makeExample(server, 'shop-basket')
  await page.goto('/')
  const first = await download(page, 'Shop with a basket')
  const file: unknown = JSON.parse(first)
  expect(file).toMatchObject({ format: 1, settings: { name: 'Shop with a basket' } })
  // Canonical: keys in the order of the model, what is as by default left out, a line feed at the end.
  expect(first).toMatch(/^\{\n {2}"format": 1,\n {2}"settings": \{/)
  expect(first).toMatch(/\}\n$/)
  expect(first).not.toContain('"priority": 10')

  await page.getByRole('button', { name: 'New project' }).click()
  await give(page, first.replace('Shop with a basket', 'The same shop'), () =>
    page.getByRole('button', { name: 'From a file', exact: true }).click(),
  )
  await expect(page.getByRole('button', { name: 'Project The same shop: switch' })).toBeVisible()
  await page.goto('/')
  expect((await download(page, 'The same shop')).replace('The same shop', 'Shop with a basket')).toBe(first)
})

test('an import adds to the project or replaces it, tells what it did, and is one step to take back', async ({ page, server }) => {
  const funnel = funnelPage(page)
  const dialog = page.getByRole('dialog')
  const file = JSON.stringify({
    format: 1,
    sheets: [{ id: 1, name: 'Guests' }],
    blocks: [
      { number: 1, type: 'start', condition: 'guest', text: 'Welcome, guest' },
      { number: 7, x: 0, y: 300, text: 'See you' },
    ],
    arrows: [{ id: 1, from: 1, to: 7 }],
  })
  await funnel.open(
    await makeProject(server, { settings: { name: 'Home' }, blocks: [{ number: 1, type: 'start', condition: 'home', text: 'Home' }] }),
  )
  await expect(funnel.block(1)).toContainText('Home')

  await test.step('added: what is here stays, taken numbers are replaced', async () => {
    await openImport(page)
    await give(page, file, () => dialog.getByRole('button', { name: /Choose a file/ }).click())
    await expect(dialog).toContainText('2 blocks, 1 arrow, 1 sheet')
    await dialog.getByRole('button', { name: 'Add', exact: true }).click()
    await expect(dialog).toHaveAccessibleName('Imported')
    await expect(dialog).toContainText('Imported: 2 blocks, 1 arrow.')
    await expect(dialog).toContainText('Got a new number because theirs was taken')
    await dialog.getByRole('button', { name: 'Close' }).last().click()
    await expect(page.getByRole('button', { name: 'Guests', exact: true })).toBeVisible()
  })

  await test.step('one undo takes all of it back', async () => {
    await page.keyboard.press('Control+z')
    await expect(page.getByText('Guests', { exact: true })).toBeHidden()
    await expect(funnel.blocks).toHaveCount(1)
    await expect(funnel.block(1)).toContainText('Home')
  })

  await test.step('replaced: the present flow goes, and comes back with the button', async () => {
    await openImport(page)
    await give(page, file, () => dialog.getByRole('button', { name: /Choose a file/ }).click())
    await dialog.getByText('Replace the project').click()
    await dialog.getByRole('button', { name: 'Replace', exact: true }).click()
    await expect(dialog).toHaveAccessibleName('Imported')
    await expect(page.locator('.react-flow').getByText('Welcome, guest').first()).toBeAttached()
    await expect(page.locator('.react-flow').getByText('Home')).toHaveCount(0)
    await dialog.getByRole('button', { name: 'Undo the import' }).click()
    await expect(dialog).toBeHidden()
    await expect(funnel.block(1)).toContainText('Home')
    await expect(funnel.blocks).toHaveCount(1)
  })
})

test('a bad file is refused with the place of the fault, and nothing changes', async ({ page, server }) => {
  const funnel = funnelPage(page)
  const dialog = page.getByRole('dialog')
  await funnel.open(await makeProject(server, { blocks: [{ number: 1, type: 'start', text: 'Home' }] }))
  const choose = () => dialog.getByRole('button', { name: /Choose a file|Choose another file/ }).click()
  await openImport(page)

  await give(page, JSON.stringify({ format: 1, blocks: [{ number: 1 }, { number: 2, type: 'shout' }] }), choose)
  await expect(dialog.getByRole('alert')).toContainText('cannot be taken')
  await expect(dialog.getByRole('alert')).toContainText('blocks[1].type')
  await give(page, '{ "format": 1, "blocks": [', choose)
  await expect(dialog.getByRole('alert')).toContainText('This is not JSON')
  await give(page, JSON.stringify({ format: 99 }), choose)
  await expect(dialog.getByRole('alert')).toContainText('format')
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(funnel.blocks).toHaveCount(1)

  await page.goto('/')
  await page.getByRole('button', { name: 'New project' }).click()
  await give(page, '[]', () => page.getByRole('button', { name: 'From a file', exact: true }).click())
  await expect(page.getByRole('dialog').last()).toContainText('cannot be taken')
})

async function download(page: Page, project: string): Promise<string> {
  await page.getByRole('button', { name: `Actions with project ${project}` }).click()
  const coming = page.waitForEvent('download')
  await page.getByRole('menuitem', { name: 'Download the file' }).click()
  const got = await coming
  expect(got.suggestedFilename()).toMatch(/\.json$/)
  return readFileSync(await got.path(), 'utf8')
}

async function give(page: Page, text: string, ask: () => Promise<void>): Promise<void> {
  const asked = page.waitForEvent('filechooser')
  await ask()
  await (await asked).setFiles({ name: 'guests.json', mimeType: 'application/json', buffer: Buffer.from(text) })
}

async function openImport(page: Page): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.keyboard.type('import')
  await expect(page.getByRole('option', { selected: true })).toContainText('Import and export')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Import from a file' })).toBeVisible()
}
