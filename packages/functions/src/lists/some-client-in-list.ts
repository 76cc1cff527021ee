import { defineHostFunction } from '../define-function.ts'
import { onceKnown } from '../shared/once-known.ts'

export const someClientInList = defineHostFunction({
  name: 'some_client_in_list',
  category: 'lists',
  params: [
    { name: 'list', type: 'id', about: { ru: 'Номер списка.', en: 'Number of the list.' } },
    { name: 'recepient', type: 'text', about: { ru: 'id клиента в мессенджере.', en: 'Id of the client in the messenger.' } },
  ],
  returns: 'boolean',
  help: { ru: 'Есть ли в списке клиент с таким id в мессенджере.', en: 'Is the client of that messenger id in the list?' },
  onError: { ru: 'Если такого списка или клиента нет, даёт False.', en: 'No such list or client gives False.' },
  examples: [
    { script: "done = add_to_list(1, 2)\nsome_client_in_list(1, 'p2')", gives: true },
    { script: "some_client_in_list(1, 'nobody')", gives: false },
  ],
  readsOnly: true,
  failure: false,
  run: (list, platformId, { ports }) =>
    onceKnown(ports.clients.findByPlatformId(platformId.trim()), (client) => (client === null ? false : ports.lists.has(list, client))),
})
