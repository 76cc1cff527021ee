import { defineHostFunction } from '../define-function.ts'
import { numbersOf } from '../shared/numbers-of.ts'

export const deletePendedMessagesFromList = defineHostFunction({
  name: 'delete_pended_messages_from_list',
  category: 'messaging',
  params: [
    {
      name: 'message_id_list',
      type: 'any',
      about: {
        ru: 'Массив номеров блоков, из которых запланированы сообщения.',
        en: 'An array of the numbers of the blocks that planned the messages.',
      },
      shown: { type: 'array' },
    },
    {
      name: 'with_not_delete',
      type: 'any',
      optional: true,
      about: { ru: 'Что угодно – удалить и те, что помечены «не отменять».', en: 'Anything: delete those marked "do not cancel" too.' },
    },
  ],
  returns: 'integer',
  help: {
    ru: 'Отменяет отложенные сообщения, запланированные из этих блоков. Даёт их число.',
    en: 'Cancels the planned messages that came from these blocks. Gives their number.',
  },
  onError: {
    ru: 'Если первый аргумент не массив номеров, даёт текст wrong message_id_list.',
    en: 'A first argument that is no array of numbers gives the text `wrong message_id_list`.',
  },
  examples: [
    { script: 'delete_pended_messages_from_list([1, 3])', gives: 1 },
    { script: 'delete_pended_messages_from_list([1, 3], 1)', gives: 2 },
    { script: "delete_pended_messages_from_list('menu')", gives: 'wrong message_id_list' },
  ],
  failure: 'wrong message_id_list',
  run(given, withKept, { ports }) {
    const blocks = numbersOf(given)
    if (!blocks) return 'wrong message_id_list'
    return ports.conversation.cancelPending({ includeKept: withKept !== undefined && withKept !== 'none', from: new Set(blocks) })
  },
})
