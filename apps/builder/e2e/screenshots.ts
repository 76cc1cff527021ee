/**
 * Takes the pictures of the README anew, into `docs/images`: the canvas, the test chat, the board, the inbox and the calendar, of a shop and a salon made up
 * for it. From the root of the repository: `npx tsx apps/builder/e2e/screenshots.ts` (with `VORONKA_BROWSER` where Chromium is not at /usr/bin/chromium).
 */
import { chromium } from '@playwright/test'
import type { Page } from '@playwright/test'
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { makeExample } from './projects.ts'
import { makeSalon } from './sample-salon.ts'
import { makeShop } from './sample-shop.ts'
import { startServer } from './start-server.ts'

const folder = fileURLToPath(new URL('../../../docs/images/', import.meta.url))
/** A page opens where it is about noon, at whatever hour the pictures are taken. */
const east = 12 - new Date().getUTCHours()
const noon = `Etc/GMT${east > 0 ? '-' : '+'}${Math.abs(east)}`

const server = await startServer({ language: 'en' })
const browser = await chromium.launch({ executablePath: process.env.VORONKA_BROWSER ?? '/usr/bin/chromium', args: ['--no-sandbox'] })
try {
  const shop = await makeShop(server)
  const salon = await makeSalon(server)
  for (const theme of ['light', 'dark'] as const) {
    const page = await open('en-US', theme)
    await page.goto(`${server.url}/p/${shop.project}/orders?pipeline=1`)
    await page.getByText('Gift box').waitFor()
    await shoot(page, `board-${theme}`)
    await page.goto(`${server.url}/p/${shop.project}/clients?client=${shop.client}`)
    await page.getByText('that was perfect').last().waitFor()
    await shoot(page, `inbox-${theme}`)
    await page.goto(`${server.url}/p/${salon.project}/booking?day=${salon.day}`)
    await page.getByRole('button', { name: /Nora Quinn/ }).waitFor()
    await shoot(page, `calendar-${theme}`)
    await page.close()
  }
  await takeCanvas()
  await takeTestChat()
} finally {
  await browser.close()
  await server.stop()
}

async function takeCanvas(): Promise<void> {
  const project = await makeExample(server, 'shop-basket', 'en')
  const page = await open('en-US', 'light')
  await lookAt(page, project, { x: 26, y: 60, zoom: 0.72 })
  await page.goto(`${server.url}/p/${project}`)
  await page.locator('.react-flow__node').first().waitFor()
  await shoot(page, 'canvas')
  await page.close()
}

/** In the other language: it is the person who chooses. */
async function takeTestChat(): Promise<void> {
  const project = await makeExample(server, 'shop-basket', 'ru')
  await server.api('PATCH', '/api/me', { language: 'ru' })
  const page = await open('ru-RU', 'dark')
  // The blocks of the way that the talk takes.
  await lookAt(page, project, { x: -52, y: -484, zoom: 0.8 })
  await page.goto(`${server.url}/p/${project}?test=1`)
  const field = page.getByRole('textbox', { name: 'Сообщение от имени клиента' })
  const says = ['привет', 'Каталог', '2', 'много', '2']
  for (const [index, text] of says.entries()) {
    await field.fill(text)
    await field.press('Enter')
    const before = says.slice(0, index).filter((said) => said === text).length
    await page.getByRole('log').getByText(text, { exact: true }).nth(before).waitFor()
  }
  await page.getByRole('log').getByText('Корзина на').first().waitFor()
  await shoot(page, 'test-chat')
  await page.close()
}

function open(locale: string, theme: 'light' | 'dark'): Promise<Page> {
  const { storageState } = server
  return browser.newPage({ storageState, viewport: { width: 1440, height: 900 }, locale, colorScheme: theme, timezoneId: noon })
}

/** Where the canvas opens, as if a person had left it there. */
async function lookAt(page: Page, project: number, view: { x: number; y: number; zoom: number }): Promise<void> {
  const memory = JSON.stringify({ sheet: 1, viewports: { 1: view } })
  await page.addInitScript(([key = '', value = '']) => localStorage.setItem(key, value), [`voronka.view.${project}`, memory])
}

async function shoot(page: Page, name: string): Promise<void> {
  // Hints that pass by are no part of a picture.
  await page.addStyleTag({ content: '[data-sonner-toaster] { display: none }' })
  await page.mouse.move(0, 0)
  await page.waitForLoadState('networkidle')
  const png = await page.screenshot({ animations: 'disabled' })
  writeFileSync(`${folder}${name}.webp`, await webp(png))
}

/** A third of the size. The browser knows how; a page of nobody does it, since those of the program may show no data as pictures. */
async function webp(png: Buffer): Promise<Buffer> {
  const page = await browser.newPage()
  const address = await page.evaluate(
    async (source) => {
      const bitmap = await createImageBitmap(await (await fetch(source)).blob())
      const canvas = document.createElement('canvas')
      canvas.width = bitmap.width
      canvas.height = bitmap.height
      canvas.getContext('2d')?.drawImage(bitmap, 0, 0)
      return canvas.toDataURL('image/webp', 0.9)
    },
    `data:image/png;base64,${png.toString('base64')}`,
  )
  await page.close()
  return Buffer.from(address.slice(address.indexOf(',') + 1), 'base64')
}
