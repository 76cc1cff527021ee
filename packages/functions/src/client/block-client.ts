import { defineHostFunction } from '../define-function.ts'

export const blockClient = defineHostFunction({
  name: 'block_client',
  category: 'client',
  params: [],
  returns: 'boolean',
  help: {
    ru: 'Блокирует клиента: бот не отвечает ему, отложенные сообщения отменяются. Операторы писать могут. Даёт True.',
    en: 'Blocks the client: the bot does not answer him, planned messages are cancelled. Operators may still write. Gives True.',
  },
  examples: [{ script: 'block_client()', gives: true }],
  failure: false,
  run({ ports }) {
    ports.conversation.block()
    return true
  },
})
