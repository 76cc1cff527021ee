import type { Connection } from '@voronka/api'
import type { Project } from '@voronka/flow'
import { onTestFinished } from 'vitest'
import { readAllowedHost } from '../src/egress/allow-list.ts'
import { createLogger } from '../src/config/logger.ts'
import { readSettings } from '../src/config/settings.ts'
import { createServer } from '../src/http/create-server.ts'
import type { InstallationOptions } from '../src/installation.ts'
import { botApiServer, type BotApiServer } from './bot-api-server.ts'
import { talk, type Talk } from './funnel.ts'

const by = { kind: 'console', account: null, email: '', name: '', address: '', key: null } as never

export interface TelegramTalk extends Talk {
  readonly bot: BotApiServer
  readonly connection: Connection
  /** Posts an update as Telegram does; gives the status. */
  post(update: unknown, headers?: Record<string, string>): Promise<number>
  /** The number of whom Telegram calls so. */
  numberOf(outsideId: number): Promise<number>
  /** The dialogue with him: `client: hello`, `bot: hi`. */
  dialogueWith(outsideId: number): Promise<string[]>
}

/** A published funnel that a bot of a fake Telegram is connected to, which posts its news by real HTTP. */
export async function telegramTalk(
  document: Project,
  options: Partial<InstallationOptions> = {},
  server: Parameters<typeof botApiServer>[0] = {},
): Promise<TelegramTalk> {
  const bot = await botApiServer(server)
  const egressAllow = [readAllowedHost('127.0.0.1')].flatMap((entry) => entry ?? [])
  const chat = await talk(document, { egressAllow, address: 'https://bot.example.org', ...options })
  const { installation, project } = chat
  const settings = readSettings(['--port', '0', '--log-level', 'error'], {})
  const own = createServer(installation, settings, createLogger(settings, { write: () => undefined }))
  const url = await own.listen()
  onTestFinished(async () => {
    await own.close(0)
    await installation.close()
  })
  const fields = { token: bot.token, apiRoot: bot.url }
  const connection = await installation.connections.create(by, project, { kind: 'telegram', name: '', fields })
  const posts = connection.checked?.facts['mode'] === 'webhook'
  await bot.came(posts ? 'setWebhook' : 'deleteWebhook', 1)
  const secret = String(bot.calls.find(({ method }) => method === 'setWebhook')?.params['secret_token'])

  const numberOf = async (outsideId: number): Promise<number> => {
    const client = await chat.read(() => installation.clients.findByOutsideId(`outside-${project}-1-shop_bot`, String(outsideId)))
    if (!client) throw new Error('He never came.')
    return client.id
  }
  return {
    ...chat,
    bot,
    connection,
    numberOf,
    async post(update, headers = { 'x-telegram-bot-api-secret-token': secret }) {
      const body = typeof update === 'string' ? update : JSON.stringify(update)
      const answer = await fetch(`${url}${connection.inbound['webhook']}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body,
      })
      await answer.text()
      await installation.worker.settled()
      return answer.status
    },
    async dialogueWith(outsideId) {
      await installation.worker.settled()
      const client = await numberOf(outsideId)
      const all = await chat.read(() => installation.messages.latest(client, 1000))
      return all.map(({ author, text }) => `${author}: ${text}`)
    },
  }
}
