import { defineHostFunction } from '../define-function.ts'

export const unsubscribe = defineHostFunction({
  name: 'unsubscribe',
  category: 'client',
  params: [],
  returns: 'boolean',
  help: {
    ru: 'Отписывает клиента: бот и рассылки ему больше не пишут, пока он сам не напишет. Даёт True.',
    en: 'Unsubscribes the client: neither bot nor broadcasts write to him until he writes himself. Gives True.',
  },
  examples: [{ script: 'unsubscribe()', gives: true }],
  failure: false,
  run({ ports }) {
    ports.conversation.unsubscribe()
    return true
  },
})
