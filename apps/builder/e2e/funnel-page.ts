/** The funnel of one project in the browser, as a person with an English page sees it. Tests speak to it in these words. */
import type { Locator, Page } from '@playwright/test'
import { expect } from '@playwright/test'

export type FunnelPage = ReturnType<typeof funnelPage>

export function funnelPage(page: Page) {
  const canvas = page.getByRole('region', { name: 'Canvas of the funnel' })
  const panel = page.getByRole('complementary', { name: /^(Block \d+|Arrow)$/ })
  const block = (number: number) => canvas.getByRole('group', { name: `Block ${number}`, exact: true })

  return {
    page,
    canvas,
    panel,
    block,
    blocks: canvas.locator('.react-flow__node'),
    arrows: canvas.locator('.react-flow__edge'),
    /** What is written on an arrow, with its tools while it is selected. */
    arrowLabel: (from: number, to: number) => canvas.getByRole('button', { name: `Arrow from ${from} to ${to}`, exact: true }),
    chat: testChat(page),
    undo: page.getByRole('button', { name: 'Undo', exact: true }).first(),
    redo: page.getByRole('button', { name: 'Redo', exact: true }),

    async open(project: number, search = ''): Promise<void> {
      await page.goto(`/p/${project}${search}`)
      await expect(canvas).toBeVisible()
    },

    /** Everything that was done is on the server. */
    saved: () => expect(page.getByRole('button', { name: 'Saved', exact: true })).toBeVisible(),

    async select(number: number): Promise<void> {
      await block(number)
        .locator('header')
        .click({ position: { x: 200, y: 18 } })
      await expect(page.getByRole('complementary', { name: `Block ${number}`, exact: true })).toBeVisible()
    },

    /** Draws from the knob of a block (`out`) or of one of its buttons (`button-1`) to a place of the window. */
    async draw(from: number, knob: number, to: { x: number; y: number }): Promise<void> {
      const handle = block(from).locator('.react-flow__handle.source').nth(knob)
      await dragTo(page, handle, to)
    },

    async middleOf(number: number): Promise<{ x: number; y: number }> {
      return middle(block(number))
    },

    /** Presses the line of an arrow in its middle. */
    async selectArrow(from: number, to: number): Promise<void> {
      const line = canvas.getByLabel(`Arrow from ${from} to ${to}: `).locator('.arrow-reach')
      const { x, y } = await line.evaluate((path: SVGPathElement) => {
        const at = path.getPointAtLength(path.getTotalLength() * 0.4).matrixTransform(path.getScreenCTM() ?? undefined)
        return { x: at.x, y: at.y }
      })
      await page.mouse.click(x, y)
      await expect(panel.getByRole('heading', { name: 'Arrow', exact: true })).toBeVisible()
    },

    field: (name: string) => panel.getByLabel(name, { exact: true }),

    /** Writes into a code field, which is no ordinary one: what stood there goes. */
    async write(name: string, text: string): Promise<void> {
      const field = panel.locator('.cm-content').and(panel.getByLabel(name, { exact: true }))
      await field.click()
      await page.keyboard.press('ControlOrMeta+a')
      await page.keyboard.insertText(text)
      await expect(field).toHaveText(text)
    },
  }
}

/** A drag in several moves, as a hand makes it: one jump would not be seen as one. */
export async function dragTo(page: Page, from: Locator, to: { x: number; y: number }): Promise<void> {
  const start = await middle(from)
  await page.mouse.move(start.x, start.y)
  await page.mouse.down()
  await page.mouse.move((start.x + to.x) / 2, (start.y + to.y) / 2, { steps: 4 })
  await page.mouse.move(to.x, to.y, { steps: 4 })
  await page.mouse.up()
}

async function middle(locator: Locator): Promise<{ x: number; y: number }> {
  const box = await locator.boundingBox()
  if (!box) throw new Error('It is not on the screen.')
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

function testChat(page: Page) {
  const column = page.getByRole('complementary', { name: 'Test chat' })
  const log = column.getByRole('log')
  const field = column.getByRole('textbox', { name: 'Message of the client' })
  const buttons = log.or(column.getByRole('region', { name: 'Keyboard buttons' })).getByRole('button')
  return {
    column,
    log,
    field,
    messages: log.getByRole('listitem'),
    last: log.getByRole('listitem').last(),
    async open(): Promise<void> {
      await page.getByRole('button', { name: 'Test', exact: true }).click()
      await expect(field).toBeVisible()
    },
    async say(text: string): Promise<void> {
      await field.fill(text)
      await field.press('Enter')
    },
    /** Presses a button, of the keyboard below or the newest of that name in the talk. */
    press: (text: string | RegExp) =>
      buttons
        .and(page.getByRole('button', { name: text, exact: true }))
        .last()
        .click(),
    /** The newest message is this one. */
    answers: (text: string | RegExp) => expect(log.getByRole('listitem').last()).toContainText(text),
    tab: (name: 'What happened' | 'Variables' | 'Timers') =>
      column
        .getByRole('button', { name: new RegExp(`^${name}`) })
        .first()
        .click(),
  }
}
