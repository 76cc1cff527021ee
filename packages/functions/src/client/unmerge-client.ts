import { defineHostFunction } from '../define-function.ts'

export const unmergeClient = defineHostFunction({
  name: 'unmerge_client',
  category: 'client',
  params: [
    {
      name: 'client_id',
      type: 'id',
      optional: true,
      about: { ru: 'Номер клиента; без него – этот клиент.', en: 'Id of the client; without it: this client.' },
    },
  ],
  returns: 'boolean',
  help: { ru: 'Снова делает профиль самостоятельным. Даёт True.', en: 'Makes a merged profile independent again. Gives True.' },
  onError: { ru: 'Если он ни с кем не объединён, даёт False.', en: 'A client who is not merged gives False.' },
  examples: [
    { script: 'done = merge_client(2)\nunmerge_client(2)', gives: true },
    { script: 'unmerge_client()', gives: false },
  ],
  failure: false,
  run: (clientId, { ports }) => ports.clients.unmerge(clientId ?? ports.conversation.clientId),
})
