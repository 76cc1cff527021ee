/**
 * Takes the pictures of the README anew, into `docs/images`: the shop basket on the canvas and in the test chat, in both themes and languages.
 * From the root of the repository: `npx tsx apps/builder/e2e/screenshots.ts` (with `VORONKA_BROWSER` where Chromium is not at /usr/bin/chromium).
 */
import { chromium } from '@playwright/test'
import type { Browser, Page } from '@playwright/test'
import { fileURLToPath } from 'node:url'
import { makeExample } from './projects.ts'
import { startServer } from './start-server.ts'

const folder = fileURLToPath(new URL('../../../docs/images/', import.meta.url))

const looks = [
  {
    language: 'en',
    locale: 'en-US',
    theme: 'light',
    write: 'Message of the client',
    says: ['hello', 'Catalogue', 'Ethiopia Guji', 'a lot', '2'],
    done: 'The basket comes to',
  },
  {
    language: 'ru',
    locale: 'ru-RU',
    theme: 'dark',
    write: 'Сообщение от имени клиента',
    says: ['привет', 'Каталог', '2', 'много', '2'],
    done: 'Корзина на',
  },
] as const

const server = await startServer()
const browser = await chromium.launch({ executablePath: process.env.VORONKA_BROWSER ?? '/usr/bin/chromium', args: ['--no-sandbox'] })
try {
  for (const look of looks) await take(browser, look)
} finally {
  await browser.close()
  await server.stop()
}

async function take(by: Browser, { language, locale, theme, write, says, done }: (typeof looks)[number]): Promise<void> {
  const project = await makeExample(server, 'shop-basket', language)
  const page = await by.newPage({
    storageState: server.storageState,
    viewport: { width: 1440, height: 900 },
    locale,
    colorScheme: theme,
    timezoneId: 'Europe/Moscow',
  })
  await lookAt(page, project, { x: 26, y: 60, zoom: 0.72 })
  await page.goto(`${server.url}/p/${project}`)
  await page.locator('.react-flow__node').first().waitFor()
  await shoot(page, `canvas-${theme}-${language}`)

  // The blocks of the way that the talk takes.
  await lookAt(page, project, { x: -52, y: -484, zoom: 0.8 })
  await page.goto(`${server.url}/p/${project}?test=1`)
  const field = page.getByRole('textbox', { name: write })
  for (const [index, text] of says.entries()) {
    await field.fill(text)
    await field.press('Enter')
    await page
      .getByRole('log')
      .getByText(text, { exact: true })
      .nth(says.slice(0, index).filter((said) => said === text).length)
      .waitFor()
  }
  await page.getByRole('log').getByText(done).first().waitFor()
  await shoot(page, `test-chat-${theme}-${language}`)
  await page.close()
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
  await page.screenshot({ path: `${folder}${name}.png`, animations: 'disabled' })
}
