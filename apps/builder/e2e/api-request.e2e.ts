import { createServer } from 'node:http'
import { funnelPage } from './funnel-page.ts'
import { makeProject } from './projects.ts'
import { expect, test } from './server.ts'

test.use({ locale: 'en-US' })

test('a request is written, tried, and a value of its answer saved by a click; the test chat then uses it', async ({ page, server }) => {
  const foreign = createServer((_req, res) => res.end('{"lead": {"id": 17, "tags": ["vip"]}}'))
  await new Promise<void>((listening) => foreign.listen(0, '127.0.0.1', listening))
  const address = foreign.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const project = await makeProject(server, { blocks: [{ number: 1, type: 'start', condition: 'go', text: 'Lead #{id}' }] })
  await server.api('PUT', `/api/installation/allowed-hosts/${project}`, { hosts: ['127.0.0.1'] })

  const funnel = funnelPage(page)
  await funnel.open(project)
  await funnel.select(1)
  const { panel } = funnel
  await panel.getByRole('button', { name: /^API request/ }).click()
  await panel.getByRole('button', { name: 'Add an API request' }).click()
  await expect(panel.getByText('The request has no address.')).toBeVisible()
  await panel.getByRole('textbox', { name: 'Address' }).fill(`http://127.0.0.1:${port}/leads?name=#{who}`)
  await panel.getByRole('textbox', { name: 'who' }).fill('Anna')
  await panel.getByRole('button', { name: 'Try it' }).click()
  await expect(panel.getByText(/^Answer 200 in/)).toBeVisible()
  await panel.getByRole('button', { name: 'Save lead|id: 17' }).click()
  await expect(panel.getByRole('textbox', { name: 'variable 1' })).toHaveValue('id')
  await expect(panel.getByRole('button', { name: 'lead|id is saved: 17' })).toBeDisabled()
  await funnel.saved()

  await funnel.chat.open()
  await funnel.chat.say('go')
  await expect(funnel.chat.messages.last()).toContainText('Lead 17')
  foreign.closeAllConnections()
  foreign.close()
})
