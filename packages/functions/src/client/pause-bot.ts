import { defineHostFunction } from '../define-function.ts'

export const pauseBot = defineHostFunction({
  name: 'pause_bot',
  category: 'client',
  params: [
    {
      name: 'minutes',
      type: 'number',
      about: { ru: 'На сколько минут; можно дробное.', en: 'For how many minutes; fractions are allowed.' },
    },
  ],
  returns: 'boolean',
  help: {
    ru: 'Останавливает бота для этого клиента на время, например пока отвечает менеджер. Даёт True.',
    en: 'Stops the bot for this client for a while, say while a manager answers. Gives True.',
  },
  onError: {
    ru: 'Если это не число или оно отрицательное, даёт False.',
    en: 'Something that is not a number, or below zero, gives False.',
  },
  examples: [
    { script: 'pause_bot(60)', gives: true },
    { script: "pause_bot('long')", gives: false },
  ],
  failure: false,
  run(minutes, { ports }) {
    if (minutes < 0) return false
    ports.conversation.pauseBot(minutes)
    return true
  },
})
