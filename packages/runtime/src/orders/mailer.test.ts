import { settle } from '@voronka/flow/engine'
import { expect, it, onTestFinished } from 'vitest'
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
