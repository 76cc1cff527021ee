import { defineHostFunction } from '../define-function.ts'

export const getMainId = defineHostFunction({
  name: 'get_main_id',
  category: 'client',
  params: [],
  returns: 'integer',
  help: {
    ru: 'Номер главного профиля, если клиент объединён с другими, иначе его собственный.',
    en: 'The number of the main profile of a merged client, else his own.',
  },
  examples: [{ script: 'get_main_id()', gives: 1 }],
  readsOnly: true,
  failure: null,
  run: ({ ports }) => ports.clients.mainOf(ports.conversation.clientId),
})
