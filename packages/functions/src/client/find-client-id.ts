import { defineHostFunction } from '../define-function.ts'
import { isBlank } from '../shared/blank.ts'

export const findClientId = defineHostFunction({
  name: 'find_client_id',
  category: 'client',
  params: [
    {
      name: 'contact',
      type: 'text',
      about: { ru: 'Телефон, почта или id в мессенджере.', en: 'A phone number, an e-mail or the id in the messenger.' },
    },
  ],
  returns: 'integer',
  help: {
    ru: 'Ищет клиента проекта по телефону, затем по почте, затем по id в мессенджере. Даёт его номер.',
    en: 'Looks for a client of the project by phone, then by e-mail, then by the id in the messenger. Gives his number.',
  },
  onError: { ru: 'Если никого нет – пусто.', en: 'Nobody found gives nothing.' },
  examples: [
    { script: "find_client_id('+7 900 000-00-02')", gives: 2 },
    { script: "find_client_id('nobody@example.com')", gives: null },
  ],
  readsOnly: true,
  failure: null,
  run: (contact, { ports }) => (isBlank(contact.trim()) ? null : ports.clients.find(contact.trim())),
})
