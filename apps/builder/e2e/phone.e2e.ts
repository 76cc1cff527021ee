/** The builder on a telephone: a list in place of the canvas, panel and test chat over the whole screen, in both languages. */
import type { Page } from '@playwright/test'
import { makeExample } from './projects.ts'
import { expect, test } from './server.ts'

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })

const languages = {
  'en-US': {
    language: 'en',
    open: 'Open project Shop with a basket',
    block: 'Block 2',
    arrow: 'Arrow from 2 to 3: Catalogue',
    panel: 'Block 2',
    arrowPanel: 'Arrow',
    name: 'Name',
    close: 'Close the panel',
    test: 'Test',
    chat: 'Test chat',
    write: 'Message of the client',
    hello: 'hello',
    asks: 'What would you like to do?',
    happened: 'What happened',
    told: 'The client wrote “hello”',
    closeChat: 'Close the test chat',
    publish: 'Publish',
    more: 'More',
    sections: ['Versions', 'Settings'],
  },
  'ru-RU': {
    language: 'ru',
    open: 'Открыть проект Магазин с корзиной',
    block: 'Блок 2',
    arrow: 'Стрелка от 2 к 3: Каталог',
    panel: 'Блок 2',
    arrowPanel: 'Стрелка',
    name: 'Название',
    close: 'Закрыть панель',
    test: 'Тест',
    chat: 'Тестовый чат',
    write: 'Сообщение от имени клиента',
    hello: 'привет',
    asks: 'Что вас интересует',
    happened: 'Что произошло',
    told: 'привет',
    closeChat: 'Закрыть тестовый чат',
    publish: 'Опубликовать',
    more: 'Ещё',
    sections: ['Версии', 'Настройки'],
  },
} as const

for (const [locale, words] of Object.entries(languages)) {
  test.describe(locale, () => {
    test.use({ locale })

    test('the funnel is a list; editing, testing and publishing fill the screen', async ({ page, server }) => {
      const project = await makeExample(server, 'shop-basket', words.language)
      await page.goto('/')
      await expect(page.getByRole('link', { name: words.open })).toBeVisible()
      await fits(page)
      await page.getByRole('link', { name: words.open }).tap()

      await test.step('blocks and arrows as a list', async () => {
        await expect(page.getByRole('article', { name: words.block, exact: true })).toBeVisible()
        await fits(page)
        await page.getByRole('article', { name: words.block, exact: true }).getByRole('button').first().tap()
      })

      await test.step('the panel covers the screen', async () => {
        const panel = page.getByRole('complementary', { name: words.panel, exact: true })
        await expect(panel).toBeVisible()
        expect(await panel.boundingBox()).toEqual({ x: 0, y: 0, width: 390, height: 844 })
        await panel.getByLabel(words.name, { exact: true }).fill('42')
        await fits(page)
        await panel.getByRole('button', { name: words.close }).tap()
        await expect(page.getByRole('article', { name: words.block, exact: true })).toContainText('42')
        await page.getByRole('button', { name: words.arrow, exact: true }).tap()
        await expect(page.getByRole('complementary', { name: words.arrowPanel, exact: true })).toBeVisible()
        await fits(page)
        await page.getByRole('button', { name: words.close }).tap()
      })

      await test.step('the test chat covers the screen, with tabs', async () => {
        await page.getByRole('button', { name: words.test, exact: true }).tap()
        const chat = page.getByRole('complementary', { name: words.chat })
        await chat.getByRole('textbox', { name: words.write }).fill(words.hello)
        await chat.getByRole('textbox', { name: words.write }).press('Enter')
        await expect(chat.getByRole('log')).toContainText(words.asks)
        expect(await chat.boundingBox()).toEqual({ x: 0, y: 0, width: 390, height: 844 })
        await fits(page)
        await chat.getByRole('button', { name: words.happened }).tap()
        await expect(chat).toContainText(words.told)
        await fits(page)
        await chat.getByRole('button', { name: words.closeChat }).tap()
      })

      await test.step('publishing and the other sections', async () => {
        await page.getByRole('button', { name: words.publish, exact: true }).tap()
        const dialog = page.getByRole('dialog')
        await expect(dialog).toBeVisible()
        await fits(page)
        await dialog.getByRole('button', { name: words.publish, exact: true }).tap()
        await expect(dialog.getByRole('textbox')).toHaveValue(/\/chat\//)
        await fits(page)
        await page.keyboard.press('Escape')
        for (const section of words.sections) {
          await page.getByRole('navigation').getByRole('button', { name: words.more, exact: true }).tap()
          await page.getByRole('menuitem', { name: section }).tap()
          await expect(page).toHaveURL(new RegExp(`/p/${project}/(versions|settings)`))
          await expect(page.getByRole('heading', { name: section }).first()).toBeVisible()
          await fits(page)
        }
      })
    })
  })
}

/** Nothing is wider than the screen. */
async function fits(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
}
