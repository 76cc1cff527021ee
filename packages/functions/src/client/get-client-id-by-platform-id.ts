import { defineHostFunction } from '../define-function.ts'
import { isBlank } from '../shared/blank.ts'

export const getClientIdByPlatformId = defineHostFunction({
  name: 'get_client_id_by_platform_id',
  category: 'client',
  params: [
    { name: 'platform_id', type: 'text', about: { ru: 'id клиента в мессенджере.', en: 'Id of the client in the messenger.' } },
    {
      name: 'group_id',
      type: 'text',
      optional: true,
      about: { ru: 'Канал, если их несколько.', en: 'The channel, when there are several.' },
    },
  ],
  returns: 'integer',
  help: { ru: 'Номер клиента по его id в мессенджере.', en: 'The number of a client by his id in the messenger.' },
  onError: { ru: 'Если такого нет – пусто.', en: 'Nobody of that id gives nothing.' },
  examples: [
    { script: "get_client_id_by_platform_id('p2')", gives: 2 },
    { script: "get_client_id_by_platform_id('nobody')", gives: null },
  ],
  readsOnly: true,
  failure: null,
  run: (platformId, group, { ports }) => ports.clients.findByPlatformId(platformId.trim(), isBlank(group ?? '') ? undefined : group),
})
