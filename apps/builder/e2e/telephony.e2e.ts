/** Telephony, from nothing to a call that has ended: the connection, a client's card, his dialogue, the log. */
import { expect, test } from './server.ts'
import { makeProject, publish } from './projects.ts'

test.use({ locale: 'en-US' })

test('trial calls are connected, a client is called from his card, and how it ended is in his dialogue and in the log', async ({
  page,
  server,
}) => {
  test.slow()
  const project = await makeProject(server, {
    blocks: [
      { number: 1, type: 'nonstate_cond', x: 0, y: 0, condition: 'hello', calculator: "client.phone = '+7 900 444-33-22'", text: 'Noted' },
    ],
  })
  const chat = await publish(server, project)
  const sent = await page.request.post(`${chat}/messages?wait=1`, {
    data: { visitor: 'visitor-anna-0001', id: 'm1', text: 'hello', name: 'Anna' },
  })
  expect(sent.ok(), await sent.text()).toBe(true)

  await page.goto(`/p/${project}/telephony`)
  await expect(page.getByText('No calls yet')).toBeVisible()
  await page.getByText('Connection', { exact: true }).click()
  await page.getByRole('button', { name: 'Connect: Trial calls' }).click()
  const card = page.getByRole('article', { name: 'Trial calls' })
  await card.getByLabel('After so many seconds').fill('1')
  await card.getByLabel('Record to play').fill('7')
  await card.getByRole('button', { name: 'Connect', exact: true }).click()
  await expect(card.getByText('Works')).toBeVisible()
  await expect(page.getByRole('article')).toHaveCount(1)

  await page.goto(`/p/${project}/settings/members`)
  await page.getByRole('list', { name: 'Employees' }).getByRole('button').first().click()
  await page.getByRole('menuitem', { name: 'Card and role' }).click()
  await page.getByLabel('Way of making phone calls').selectOption({ label: 'Through the telephony of the project' })
  await page.getByRole('dialog').getByLabel('Number to call from').fill('78001112233')
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()

  await page.goto(`/p/${project}/clients`)
  await page.getByText('Anna').first().click()
  // He can be called from his contacts and from the variable of that name.
  await page.getByRole('button', { name: 'Call +79004443322' }).first().click()
  await page.getByRole('dialog').getByRole('button', { name: 'Call' }).click()
  await expect(page.getByText('Calling +79004443322')).toBeVisible()
  await expect(page.getByText('zvonobot_call_finished: [1] 79004443322 answered 20', { exact: true })).toBeVisible()

  await page.goto(`/p/${project}/telephony`)
  const row = page.getByRole('row', { name: /Anna/ })
  await expect(row).toContainText('Answered')
  await expect(row).toContainText('from +78001112233')
  await row.getByRole('link', { name: 'Anna' }).click()
  await expect(page).toHaveURL(/clients\?client=\d+/)
})
