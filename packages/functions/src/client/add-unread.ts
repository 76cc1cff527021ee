import { defineHostFunction } from '../define-function.ts'

export const addUnread = defineHostFunction({
  name: 'add_unread',
  category: 'client',
  params: [
    {
      name: 'count',
      type: 'integer',
      optional: true,
      about: { ru: 'На сколько увеличить счётчик.', en: 'By how much to raise the counter.' },
      default: 1,
    },
  ],
  returns: 'boolean',
  help: {
    ru: 'Помечает диалог непрочитанным и увеличивает счётчик в списке клиентов. Даёт True.',
    en: 'Marks the dialogue as unread and raises its counter in the list of clients. Gives True.',
  },
  onError: { ru: 'Если число меньше 1, даёт False.', en: 'A number below 1 gives False.' },
  examples: [
    { script: 'add_unread()', gives: true },
    { script: 'add_unread(0)', gives: false },
  ],
  failure: false,
  run: (count, { ports }) => count > 0 && ports.dialogue.addUnread(Math.min(count, 1_000_000)),
})
