/** People beside the owner, in browsers of their own. */
import type { Browser, BrowserContext, Page } from '@playwright/test'
import { expect } from '@playwright/test'
import { createInvitation, registerByInvitation } from '@voronka/api'
import type { Server } from './server.ts'

/** A browser in which nobody is signed in. */
export const freshBrowser = (browser: Browser, { url }: { url: string }, locale = 'en-US'): Promise<BrowserContext> =>
  browser.newContext({ baseURL: url, locale, viewport: { width: 1440, height: 900 }, storageState: { cookies: [], origins: [] } })

/** Lets somebody in by an invitation; gives a page on which he is signed in. */
export async function join(browser: Browser, server: Server, project: number, role: string, name: string): Promise<Page> {
  const made = createInvitation.output.parse(await server.api('POST', `/api/projects/${project}/invitations`, { role }))
  const context = await freshBrowser(browser, server)
  const token = made.path.split('#')[1]
  const fields = { token, name, email: `${name.toLowerCase()}@example.com`, password: `password of ${name}`, language: 'en' }
  const response = await context.request.post(registerByInvitation.path, { data: fields })
  expect(response.ok(), await response.text()).toBe(true)
  return context.newPage()
}

export async function signIn(page: Page, who: { email: string; password: string }): Promise<void> {
  const form = page.getByRole('form', { name: 'Sign in' })
  await form.getByLabel('E-mail').fill(who.email)
  await form.getByLabel('Password', { exact: true }).fill(who.password)
  await form.getByRole('button', { name: 'Sign in' }).click()
}
