import { defineHostFunction } from '../define-function.ts'

export const daysFromLastMessage = defineHostFunction({
  name: 'days_from_last_message',
  category: 'client',
  params: [],
  returns: 'number',
  help: {
    ru: 'Сколько полных суток назад клиент писал последний раз. Если больше 30 или он никогда не писал, даёт 9999.',
    en: 'How many whole days ago the client last wrote. More than 30, or never: 9999.',
  },
  examples: [{ script: 'days_from_last_message()', now: '2026-03-10T14:05:00+03:00', gives: 2 }],
  readsOnly: true,
  failure: 9999,
  run(world) {
    const last = world.ports.conversation.lastMessageAt()
    if (last === undefined) return longAgo
    const days = Math.max(Math.floor((world.now() - last) / dayMs), 0)
    return days > mostDays ? longAgo : days
  },
})

const dayMs = 86_400_000
const mostDays = 30
const longAgo = 9999
