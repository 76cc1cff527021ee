import { defineHostFunction } from '../define-function.ts'

export const mergeClient = defineHostFunction({
  name: 'merge_client',
  category: 'client',
  params: [
    {
      name: 'client_id',
      type: 'id',
      about: { ru: 'Номер клиента, которого объединить с этим.', en: 'Id of the client to merge into this one.' },
    },
  ],
  returns: 'boolean',
  help: {
    ru: 'Объединяет профиль другого клиента с этим; этот становится главным. Отменить: unmerge_client.',
    en: 'Merges the profile of another client with this one, which becomes the main one. `unmerge_client` undoes it.',
  },
  onError: { ru: 'Если такого клиента нет или это он сам, даёт False.', en: 'No such client, or himself, gives False.' },
  examples: [
    { script: 'merge_client(2)', gives: true },
    { script: 'merge_client(1)', gives: false },
  ],
  failure: false,
  run: (clientId, { ports }) => clientId !== ports.conversation.clientId && ports.clients.merge(ports.conversation.clientId, clientId),
})
