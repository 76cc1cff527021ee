/** The public chat page, as its visitor sees it. */
import type { Page } from '@playwright/test'
import { expect } from '@playwright/test'

export function chatPage(page: Page, words = { messages: 'Messages', write: 'Write a message' }) {
  const log = page.getByRole('log', { name: words.messages })
  const field = page.getByRole('textbox', { name: words.write })
  return {
    page,
    log,
    field,
    async say(text: string): Promise<void> {
      await field.fill(text)
      await field.press('Enter')
    },
    press: (text: string | RegExp) => page.getByRole('button', { name: text, exact: true }).last().click(),
    /** The newest message is this one. */
    answers: (text: string | RegExp) => expect(log.getByRole('listitem').last()).toContainText(text),
  }
}
