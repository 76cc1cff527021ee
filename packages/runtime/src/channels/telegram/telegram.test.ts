import { expect, it } from 'vitest'
import { anna, written } from '../../../test/bot-api-server.ts'
import { echo } from '../../../test/funnel.ts'
import { telegramTalk } from '../../../test/telegram.ts'

it('is connected by its token: the bot is asked who it is, and posts to an address with a secret', async () => {
  const { connection, bot, project } = await telegramTalk(echo)
  expect(connection.checked).toMatchObject({ ok: true, facts: { bot: '@shop_bot', name: 'Shop', mode: 'webhook' } })
  expect(bot.calls.find(({ method }) => method === 'setWebhook')?.params).toMatchObject({
    url: `https://bot.example.org${connection.inbound['webhook']}`,
    allowed_updates: ['message', 'edited_message', 'callback_query', 'my_chat_member'],
  })
  expect(project).toBeGreaterThan(0)
})

it('answers where he wrote; what comes again is heard once, and strangers are not', async () => {
  const chat = await telegramTalk(echo)
  const hello = written({ text: 'hello' })
  expect(await chat.post(hello, { 'x-telegram-bot-api-secret-token': 'no' })).toBe(404)
  expect(await chat.post(hello, {})).toBe(404)
  expect(await Promise.all([chat.post(hello), chat.post(hello), chat.post(hello)])).toEqual([200, 200, 200])
  await chat.advance(0)
  expect(chat.bot.sent()).toMatchObject([{ method: 'sendMessage', params: { chat_id: '777', text: 'hello' } }])
  expect(await chat.dialogueWith(anna.id)).toEqual(['client: hello', 'bot: hello'])
})
