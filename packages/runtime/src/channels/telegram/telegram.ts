import { messengerLimits } from '@voronka/flow'
import { createHash, timingSafeEqual } from 'node:crypto'
import type { ChannelPort } from '../channel-port.ts'
import { readUpdate } from './read-update.ts'
import { secretOf } from './secret-of.ts'

const kind = 'telegram'

/** Loaded when a bot is first worked with: most installations begin without one. */
const loaded = async () => (await import('./bot.ts')).bot

/** Bots of Telegram, by the Bot API. */
export const telegram: ChannelPort = {
  kind,
  clientType: 1,
  showsButtons: true,
  limits: limitsOf(kind),
  // What Telegram asks bots to keep to.
  pace: { perSecond: 30, clientMs: 1000, atOnce: 8 },
  longestMs: 70_000,
  read: readUpdate,

  isGenuine(line, header) {
    const [told, own] = [header('x-telegram-bot-api-secret-token') ?? '', secretOf(line)].map((text) =>
      createHash('sha256').update(text).digest(),
    )
    return told !== undefined && own !== undefined && timingSafeEqual(told, own)
  },

  send: async (...given) => (await loaded()).send(...given),
  remove: async (...given) => (await loaded()).remove(...given),
  account: async (...given) => (await loaded()).account(...given),
  subscribe: async (...given) => (await loaded()).subscribe(...given),
  ask: async (...given) => (await loaded()).ask(...given),
  fetchFile: async (...given) => (await loaded()).fetchFile(...given),
  confirm: async (...given) => (await loaded()).confirm(...given),
  call: async (...given) => (await loaded()).call(...given),
}

function limitsOf(wanted: string) {
  const limits = messengerLimits.find((each) => each.kind === wanted)
  if (!limits) throw new Error(`The limits of ${wanted} are not known.`)
  return limits
}
