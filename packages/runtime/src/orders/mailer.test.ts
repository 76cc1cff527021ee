import { settle } from '@voronka/flow/engine'
import { createServer } from 'node:net'
import { createInterface } from 'node:readline'
import { expect, it, onTestFinished } from 'vitest'
import { readAllowedHost } from '../egress/allow-list.ts'
import { nobody } from '../http/actor.ts'
import { echo, funnel, talk } from '../../test/funnel.ts'

it.each([
  { sendOnce: false, failed: null, told: [] },
  { sendOnce: true, failed: 'unknown', told: ['mail-not-sent'] },
])('a mail over which the server died: again, or unknown where nothing is sent twice ($sendOnce)', async ({ sendOnce, failed, told }) => {
  const chat = await talk(sendOnce ? funnel({ 1: { type: 'nonstate_cond', text: 'Hi' } }, [], { sendOnce }) : echo)
  const { installation, project, clock } = chat
  onTestFinished(() => installation.close())
  const { db } = installation
  const text = { recipient: 'anna@example.com', subject: 'Order', body: 'It is here.' }
  const state = { created_at: clock.now(), due_at: clock.now(), attempts: 1, sending: 1, failed: null }
  await db.transaction(() => settle(db.run(db.build.insertInto('mails').values({ project_id: project, ...text, ...state }))))
  void installation.mailer.look()
  await chat.advance(0)
  await installation.mailer.stop()
  // The project has no mail server: where it is sent again, that fails, and it waits for the next attempt.
  expect(await db.all(db.build.selectFrom('mails').select(['attempts', 'sending', 'failed']))).toEqual([
    { attempts: 2, sending: 0, failed },
  ])
  expect((await installation.projects.log(project)).map(({ code }) => code)).toEqual(told)
})

it('a mail goes to one address, and no line of a title or an address becomes one of its head (P10.7)', async () => {
  const server = await mailServer()
  const here = readAllowedHost('127.0.0.1')
  const chat = await talk(echo, { egressAllow: here ? [here] : [] })
  const { installation, project, clock } = chat
  onTestFinished(() => installation.close())
  const settings = { host: '127.0.0.1', port: server.port, security: 'none', user: '', from: 'shop@example.com' } as const
  await installation.mailer.change(project, nobody, settings)
  const { db } = installation
  for (const [recipient, subject] of [
    ['anna@example.com', 'Order\r\nBcc: eve@example.com'],
    ['anna@example.com\r\nBcc: eve@example.com', 'Order'],
    ['anna@example.com, eve@example.com', 'Order'],
  ] as const) {
    const row = { project_id: project, recipient, subject, body: 'It is here.', attempts: 0, sending: 0, failed: null }
    await db.transaction(() =>
      settle(db.run(db.build.insertInto('mails').values({ ...row, created_at: clock.now(), due_at: clock.now() }))),
    )
  }
  await installation.mailer.look()
  expect(server.recipients).not.toContain('eve@example.com')
  expect(server.recipients).toContain('anna@example.com')
  expect(server.heads.filter((line) => /^bcc:/i.test(line))).toEqual([])
})

/** Takes every mail; notes whom it is for, and the lines of its head. */
async function mailServer() {
  const [recipients, heads]: [string[], string[]] = [[], []]
  const server = createServer((socket) => {
    let part: 'commands' | 'head' | 'body' = 'commands'
    socket.on('error', () => undefined)
    socket.write('220 here\r\n')
    createInterface({ input: socket }).on('line', (line) => {
      if (part !== 'commands') {
        if (line === '.') {
          part = 'commands'
          socket.write('250 taken\r\n')
        } else if (line === '') part = 'body'
        else if (part === 'head') heads.push(line)
        return
      }
      const recipient = /^RCPT TO:<(.*)>/.exec(line)?.[1]
      if (recipient !== undefined) recipients.push(recipient)
      if (line === 'DATA') part = 'head'
      socket.write(line === 'DATA' ? '354 go on\r\n' : '250 yes\r\n')
    })
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  onTestFinished(() => void server.close())
  const address = server.address()
  return { port: typeof address === 'object' && address ? address.port : 0, recipients, heads }
}
