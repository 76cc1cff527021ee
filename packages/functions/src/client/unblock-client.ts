import { defineHostFunction } from '../define-function.ts'

export const unblockClient = defineHostFunction({
  name: 'unblock_client',
  category: 'client',
  params: [],
  returns: 'boolean',
  help: { ru: 'Снимает блокировку с клиента. Даёт True.', en: 'Unblocks the client. Gives True.' },
  examples: [{ script: 'unblock_client()', gives: true }],
  failure: false,
  run({ ports }) {
    ports.conversation.unblock()
    return true
  },
})
