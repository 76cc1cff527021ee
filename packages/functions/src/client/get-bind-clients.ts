import { defineHostFunction } from '../define-function.ts'

export const getBindClients = defineHostFunction({
  name: 'get_bind_clients',
  category: 'client',
  params: [],
  returns: 'array',
  help: { ru: 'Номера профилей, объединённых с этим клиентом.', en: 'Numbers of the profiles that are merged with this client.' },
  onError: { ru: 'Если он не объединён – пустой массив.', en: 'A client who is not merged gives an empty array.' },
  examples: [
    { script: 'done = merge_client(2)\nget_bind_clients()', gives: [2] },
    { script: 'get_bind_clients()', gives: [] },
  ],
  readsOnly: true,
  failure: [],
  run: ({ ports }) => ports.clients.boundTo(ports.conversation.clientId),
})
