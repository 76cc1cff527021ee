/** How one comes in and stays in: second factor, sessions, keys of programs. */
import { createHmac } from 'node:crypto'
import { funnelPage } from './funnel-page.ts'
import { freshBrowser, signIn } from './people.ts'
import { makeExample } from './projects.ts'
import { expect, test } from './server.ts'
import { owner } from './start-server.ts'

test.use({ locale: 'en-US' })

test('second factor: on with a scanned key, asked for, replaced by a recovery code', async ({ page, server, browser }) => {
  test.slow()
  await page.goto('/account')
  await page.getByRole('button', { name: 'Turn on' }).click()
  await page.getByLabel('Your password').fill('not my password')
  await page.getByRole('button', { name: 'Next' }).click()
  await expect(page.getByText('The password is wrong.')).toBeVisible()
  await page.getByLabel('Your password').fill(owner.password)
  await page.getByRole('button', { name: 'Next' }).click()
  await expect(page.getByRole('img', { name: 'The key as a QR code' })).toBeVisible()
  const secret = (await page.getByTestId('secret').innerText()).replaceAll(' ', '')
  await page.getByLabel('Code of six digits').fill(totp(secret, 0))
  await page.getByRole('dialog').getByRole('button', { name: 'Turn on' }).click()
  const codes = page.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem')
  await expect(codes).toHaveCount(10)
  const code = await codes.first().innerText()
  await page.getByRole('button', { name: 'I have kept them' }).click()
  await expect(page.getByText('On. 10 recovery codes are left.')).toBeVisible()

  const other = await (await freshBrowser(browser, server)).newPage()
  await other.goto('/account')
  await signIn(other, owner)
  const field = other.getByLabel('Code from the authenticator')
  await field.fill('000000')
  await other.getByRole('button', { name: 'Sign in' }).click()
  await expect(other.getByText('This code does not fit.')).toBeVisible()
  await field.fill(code)
  await other.getByRole('button', { name: 'Sign in' }).click()
  await expect(other.getByText('On. 9 recovery codes are left.')).toBeVisible()
})

test('a session that is ended elsewhere: one signs in over the page, and nothing is lost', async ({ page, server, browser }) => {
  test.slow()
  const project = await makeExample(server, 'shop-basket')
  const there = await (await freshBrowser(browser, server)).newPage()
  const funnel = funnelPage(there)
  await there.goto(`/p/${project}`)
  await signIn(there, owner)
  await expect(funnel.canvas).toBeVisible()
  await funnel.select(2)

  await page.goto('/account')
  const sessions = page.getByRole('list', { name: 'Sessions' })
  await sessions.getByRole('button', { name: 'End' }).first().click()
  await expect(page.getByText('The session is ended')).toBeVisible()

  await funnel.field('Name').fill('Written without a session')
  const again = there.getByRole('dialog', { name: 'Sign in again' })
  await expect(again).toBeVisible()
  await again.getByLabel('Password', { exact: true }).fill(owner.password)
  await again.getByRole('button', { name: 'Sign in' }).click()
  await expect(again).toHaveCount(0)
  await funnel.saved()
  await expect(funnel.block(2)).toContainText('Written without a session')
  await there.reload()
  await expect(funnel.block(2)).toContainText('Written without a session')
})

test('an API key is made, used and revoked', async ({ page, server, request }) => {
  test.slow()
  const project = await makeExample(server, 'shop-basket')
  await page.goto(`/p/${project}/settings/keys`)
  await page.getByRole('button', { name: 'New key' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Name').fill('Site')
  await dialog.getByRole('group', { name: 'Funnel' }).getByText('View').click()
  await dialog.getByRole('button', { name: 'Make the key' }).click()
  const secret = await dialog.getByLabel('Key', { exact: true }).inputValue()
  await dialog.getByRole('button', { name: 'I have kept it' }).click()

  const draft = () => fetch(`${server.url}/api/projects/${project}/draft`, { headers: { authorization: `Bearer ${secret}` } })
  expect((await draft()).status).toBe(200)
  const roles = await fetch(`${server.url}/api/projects/${project}/roles`, { headers: { authorization: `Bearer ${secret}` } })
  expect(roles.status).toBe(403)
  expect((await request.get(`/api/projects/${project}/keys`)).ok()).toBe(true)

  const row = page.getByRole('list', { name: 'API keys' }).getByRole('listitem')
  await expect(row).toContainText(secret.slice(-4))
  await expect(page.locator('body')).not.toContainText(secret)
  await row.getByRole('button', { name: 'Revoke' }).click()
  await dialog.getByRole('button', { name: 'Revoke' }).click()
  await expect(page.getByText('None yet.')).toBeVisible()
  expect((await draft()).status).toBe(401)
})

/** What an authenticator shows (RFC 6238): six digits of the hashed number of half minutes. */
function totp(secret: string, steps: number): string {
  const bits = [...secret.replace(/=+$/, '')]
    .map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'))
    .join('')
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + steps))
  const hash = createHmac('sha1', key).update(counter).digest()
  const at = (hash.at(-1) ?? 0) & 15
  return String((hash.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}
