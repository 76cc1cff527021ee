import { settle } from '@voronka/flow/engine'
import { expect, it } from 'vitest'
import { anna, pressed, written } from '../../../test/bot-api-server.ts'
import { echo, funnel } from '../../../test/funnel.ts'
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

it('a server that leaves out how much waits says nothing of it, and one that names no bot is none', async () => {
  const { connection, bot, installation, project } = await telegramTalk(echo)
  bot.answers(({ method }) => (method === 'getWebhookInfo' ? { status: 200, answer: { ok: true, result: {} } } : undefined))
  const silent = await installation.connections.check(project, connection.id)
  expect(silent.checked?.facts).toEqual({ bot: '@shop_bot', name: 'Shop', mode: 'webhook' })
  bot.answers(({ method }) => (method === 'getMe' ? { status: 200, answer: { ok: true, result: {} } } : undefined))
  const nobody = await installation.connections.check(project, connection.id)
  expect(nobody.checked).toMatchObject({ ok: false, reason: 'not-a-bot' })
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

const menu = funnel(
  {
    1: {
      type: 'start',
      condition: '/start',
      matchType: 'exact',
      text: 'Choose, #{full_name}',
      format: 'html',
      buttonKind: 'inline',
      buttons: [
        { id: 1, text: 'Yes', action: 'callback', callback: 'vote_yes', url: '', line: 0, indexInLine: 0, color: '' },
        { id: 2, text: 'No', action: 'text', callback: '', url: '', line: 0, indexInLine: 1, color: '' },
        { id: 3, text: 'Long', action: 'callback', callback: 'я'.repeat(60), url: '', line: 1, indexInLine: 0, color: '' },
        { id: 4, text: 'Site', action: 'url', callback: '', url: 'https://example.org', line: 1, indexInLine: 1, color: '' },
      ],
    },
    2: { type: 'start', condition: 'promo', matchType: 'exact', text: 'Welcome by #{tag}, @#{tg_username}' },
    3: { type: 'nonstate_cond', condition: 'vote_yes', matchType: 'exact', callbackOnly: true, text: 'Voted #{callback_query_id}' },
    4: { type: 'nonstate_cond', condition: 'No', matchType: 'exact', text: 'Pity' },
    5: { type: 'nonstate_cond', condition: 'яяя', matchType: 'keywords', callbackOnly: true, text: 'Long heard' },
    6: {
      type: 'start',
      condition: 'keys',
      matchType: 'exact',
      text: 'Keys',
      buttonKind: 'reply',
      buttons: [{ id: 5, text: 'A', action: 'text', callback: '', url: '', line: 0, indexInLine: 0, color: '' }],
    },
    15: {
      type: 'nonstate_cond',
      condition: 'ask',
      matchType: 'exact',
      text: 'Where, and what number?',
      buttonKind: 'inline',
      buttons: [{ id: 6, text: 'My number', action: 'phone', callback: '', url: '', line: 0, indexInLine: 0, color: '' }],
    },
    16: { type: 'nonstate_cond', condition: 'code', matchType: 'exact', text: 'Where?', buttonCode: '[{"type":"location","text":"Here"}]' },
    7: { type: 'nonstate_cond', condition: 'A', matchType: 'exact', text: 'Heard A' },
    8: { type: 'start', condition: 'client_unsubscribed', matchType: 'exact', calculator: "left = 'yes'" },
    9: { type: 'nonstate_cond', condition: 'remove', matchType: 'exact', calculator: 'ok = remove_last_message()' },
    10: { type: 'nonstate_cond', condition: 'last', matchType: 'exact', text: 'It was #{last_message_id()}' },
    11: {
      type: 'nonstate_cond',
      condition: 'alert',
      matchType: 'exact',
      calculator: "r = tg_send_message(platform_id, 'Direct', '', '', 'html')\nid = r['result']['message_id']",
      text: 'Sent #{id}',
    },
    12: { type: 'nonstate_cond', condition: '79001112233', matchType: 'exact', text: 'Phone #{phone}' },
    14: { type: 'nonstate_cond', condition: 'tell', matchType: 'exact', calculator: "ok = tg_callback('778', 'vote_yes', 'shop_bot')" },
    13: { type: 'nonstate_cond', condition: 'two', matchType: 'exact', text: 'First' },
  },
  [],
)

it('shows buttons as they are meant, and hears a press as its callback or its caption, however long', async () => {
  const chat = await telegramTalk(menu)
  await chat.post(written({ text: '/start' }))
  await chat.advance(0)
  const [sent] = chat.bot.sent()
  const keyboard = sent?.params['reply_markup'] as { inline_keyboard: { text: string; callback_data?: string; url?: string }[][] }
  expect(sent?.params).toMatchObject({ text: 'Choose, Anna Smith', parse_mode: 'HTML' })
  expect(keyboard.inline_keyboard).toMatchObject([
    [
      { text: 'Yes', callback_data: 'vote_yes' },
      { text: 'No', callback_data: 'No' },
    ],
    [{ text: 'Long' }, { text: 'Site', url: 'https://example.org' }],
  ])
  const long = keyboard.inline_keyboard[1]?.[0]?.callback_data ?? ''
  expect(Buffer.byteLength(long)).toBeLessThanOrEqual(64)
  const yes = pressed('vote_yes', keyboard)
  for (const update of [yes, pressed('No', keyboard), pressed(long, keyboard)]) await chat.post(update)
  await chat.advance(5000)
  expect(chat.bot.sent().map(({ params }) => params['text'])).toEqual([
    'Choose, Anna Smith',
    `Voted ${yes.callback_query.id}`,
    'Pity',
    'Long heard',
  ])
  expect(chat.bot.calls.filter(({ method }) => method === 'answerCallbackQuery')).toHaveLength(3)
})

it('greets who comes by a link with what waits for its tag, else as if he came without; a reply keyboard goes with the next message', async () => {
  const chat = await telegramTalk(menu)
  await chat.post(written({ text: '/start promo' }))
  await chat.post(written({ text: '/start other' }, { ...anna, id: 778 }))
  await chat.post(written({ text: 'keys' }))
  await chat.post(written({ text: 'A' }))
  await chat.post(written({ contact: { phone_number: '79001112233', first_name: 'A', user_id: anna.id } }))
  await chat.post(written({ text: 'tell' }))
  await chat.advance(10_000)
  const toAnna = chat.bot.sent().filter(({ params }) => params['chat_id'] === '777')
  expect(toAnna.map(({ params }) => [params['text'], params['reply_markup']])).toMatchObject([
    ['Welcome by promo, @ann', undefined],
    ['Keys', { keyboard: [[{ text: 'A' }]], resize_keyboard: true, one_time_keyboard: true }],
    ['Heard A', { remove_keyboard: true }],
    ['Phone 79001112233', undefined],
  ])
  const toOther = chat.bot.sent().filter(({ params }) => params['chat_id'] === '778')
  expect(toOther.map(({ params }) => String(params['text']).trim())).toEqual(['Choose, Anna Smith', 'Voted'])
})

it('asks for his number and his place by buttons that Telegram has for that', async () => {
  const chat = await telegramTalk(menu)
  for (const text of ['ask', 'code']) await chat.post(written({ text }))
  await chat.advance(5000)
  expect(chat.bot.sent().map(({ params }) => params['reply_markup'])).toMatchObject([
    { keyboard: [[{ text: 'My number', request_contact: true }]] },
    { keyboard: [[{ text: 'Here', request_location: true }]] },
  ])
})

it('keeps what Telegram calls our messages: scripts know it, and what is removed here is deleted there; scripts ask Telegram without its token', async () => {
  const chat = await telegramTalk(menu)
  await chat.post(written({ text: 'two' }))
  await chat.advance(2000)
  await chat.post(written({ text: 'last' }))
  await chat.advance(2000)
  await chat.post(written({ text: 'remove' }))
  await chat.post(written({ text: 'alert' }))
  await chat.advance(5000)
  expect(chat.bot.sent().map(({ params }) => params['text'])).toEqual(['First', 'It was 101', 'Direct', 'Sent 103'])
  expect(chat.bot.calls.find(({ method }) => method === 'deleteMessages')?.params).toMatchObject({ chat_id: '777', message_ids: [102] })
  expect(await chat.dialogueWith(anna.id)).not.toContain('bot: It was 101')
  const turns = await chat.read(function* () {
    return yield* settle(chat.installation.db.all<{ trace: string }>(chat.installation.db.build.selectFrom('turns').select('trace')))
  })
  expect(JSON.stringify(turns)).not.toContain(chat.bot.token)
})

const filing = funnel({
  1: { type: 'nonstate_cond', text: '#{question}', calculator: 'file = attachment_url' },
  2: {
    type: 'nonstate_cond',
    condition: 'photo',
    matchType: 'exact',
    calculator: "r = tg_send_photo(platform_id, file, 'Here', '', 'html')",
    text: "#{r['ok']}",
  },
})

it('answers one message there, too: his by its number in his chat, ours by what Telegram calls it; what it does not know is only quoted here', async () => {
  const chat = await telegramTalk(echo)
  const hello = written({ text: 'hello' })
  await chat.post(hello)
  await chat.advance(0)
  const client = await chat.numberOf(anna.id)
  const { installation } = chat
  const [his, ours] = await chat.read(() => installation.messages.latest(client, 10))
  const by = { account: 1, name: 'Max' }
  const answering = async (message: number) => {
    const answers = { message, from: 'client', text: 'hello' } as const
    await installation.worker.submit(client, {
      kind: 'operator',
      does: { act: 'say', text: 'Well', attachments: [], buttons: [], by, answers },
    })
    await chat.advance(2000)
    return chat.bot.sent().at(-1)?.params['reply_parameters']
  }
  const number = hello.message.message_id
  expect(await answering(his?.id ?? 0)).toEqual({ message_id: number, allow_sending_without_reply: true })
  expect(await answering(ours?.id ?? 0)).toEqual({ message_id: 101, allow_sending_without_reply: true })
  expect(await answering(999_999)).toBeUndefined()
})

it('brings files here behind the message, and sends our own by upload, in messages and by scripts', async () => {
  const chat = await telegramTalk(filing)
  chat.bot.stored.set('f1', 'the content')
  await chat.post(written({ document: { file_id: 'f1', file_unique_id: 'u', file_name: 'plan.txt' }, caption: 'Look' }))
  await chat.advance(0)
  const client = await chat.numberOf(anna.id)
  const [said] = await chat.read(() => chat.installation.messages.latest(client, 1))
  const [incoming] = await chat.read(() => chat.installation.messages.latest(client, 10))
  const url = incoming?.extra.attachments?.[0]?.url ?? ''
  expect(url).toMatch(/^\/files\/[0-9a-f]{32}\/plan\.txt/)
  expect(said?.text).toBe('Look')
  const row = await chat.read(() => chat.installation.fileRows.ofProject(chat.project, url))
  expect(row).toMatchObject({ client_id: client, size: 11 })
  const does = {
    act: 'say',
    text: 'Back',
    attachments: [{ kind: 'file', url, name: '' }],
    buttons: [],
    by: { account: 1, name: 'Olga' },
  } as const
  await chat.installation.worker.submit(client, { kind: 'operator', does })
  await chat.advance(2000)
  const upload = chat.bot.calls.find(({ method }) => method === 'sendDocument')
  expect(Object.values(upload?.files ?? {})).toEqual(['the content'])
  expect(upload?.params).toMatchObject({ chat_id: '777', caption: 'Back' })
  await chat.post(written({ text: 'photo' }))
  await chat.advance(2000)
  const photo = chat.bot.calls.find(({ method }) => method === 'sendPhoto')
  expect(photo).toMatchObject({ files: { photo: 'the content' }, params: { chat_id: '777', caption: 'Here', parse_mode: 'HTML' } })
  expect((await chat.dialogueWith(anna.id)).at(-1)).toBe('bot: True')
})

it('hears an album as one message with all its files, once, however often and late its parts come again', async () => {
  const chat = await telegramTalk(
    funnel({ 1: { type: 'nonstate_cond', text: '#{question}: #{count}', calculator: 'count = arr_len(attachments)' } }),
  )
  const photos = ['p1', 'p2', 'p3'].map((file_id, at) =>
    written({
      photo: [{ file_id, file_unique_id: file_id, width: 1, height: 1 }],
      media_group_id: '77',
      ...(at === 0 && { caption: 'My room' }),
    }),
  )
  for (const photo of [...photos, photos[1]]) {
    await chat.post(photo)
    await chat.advance(300)
  }
  expect(chat.bot.sent()).toEqual([])
  const recaptioned = async (at: number, caption: string) => {
    const part = photos[at]?.message
    await chat.post({ update_id: 9000 + at + caption.length, edited_message: { ...part, edit_date: 1, caption } })
  }
  await recaptioned(0, 'Our room')
  await chat.advance(2000)
  expect(await chat.dialogueWith(anna.id)).toEqual(['client: Our room', 'bot: Our room: 3'])
  await recaptioned(0, 'The room')
  await recaptioned(1, 'The rooms')
  expect(await chat.dialogueWith(anna.id)).toEqual(['client: The rooms', 'bot: Our room: 3'])
  for (const photo of photos) await chat.post(photo)
  await chat.advance(2000)
  const all = await chat.read(() => chat.installation.messages.latest(1, 10))
  expect(all.map(({ author, extra }) => [author, extra.attachments?.length ?? 0])).toEqual([
    ['client', 3],
    ['bot', 0],
  ])
})

it('changes what he edited where employees read it, hears that he blocked the bot, and leaves groups alone', async () => {
  const chat = await telegramTalk(menu)
  const hello = written({ text: 'two' })
  await chat.post(hello)
  await chat.post({ update_id: 9001, edited_message: { ...hello.message, text: 'three', edit_date: 1 } })
  await chat.post({
    ...written({ text: 'two' }),
    message: { ...written({ text: 'two' }).message, chat: { id: -5, type: 'group', title: 'G' } },
  })
  expect(await chat.dialogueWith(anna.id)).toEqual(['client: three', 'bot: First'])
  const blocked = { status: 'kicked', user: { id: 123 }, until_date: 0 }
  await chat.post({ update_id: 9002, my_chat_member: { chat: written({}).message.chat, from: anna, date: 0, new_chat_member: blocked } })
  await chat.advance(0)
  const dialogue = await chat.read(() => chat.installation.dialogues.find(1))
  expect(dialogue?.unsubscribed ?? (await chat.read(() => chat.installation.dialogues.find(2)))?.unsubscribed).toBe(1)
})

it('acks what it does not know, and refuses what is no JSON', async () => {
  const chat = await telegramTalk(echo)
  expect(await chat.post({ update_id: 1, future_thing: {} })).toBe(200)
  expect(await chat.post({ update_id: 2, message: {} })).toBe(200)
  expect(await chat.post({ hello: 1 })).toBe(200)
  expect(await chat.post('{"update_id":')).toBe(400)
})
