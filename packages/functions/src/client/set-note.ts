import { defineHostFunction } from '../define-function.ts'
import { isBlank } from '../shared/blank.ts'

export const setNote = defineHostFunction({
  name: 'set_note',
  category: 'client',
  params: [{ name: 'comment', type: 'text', about: { ru: 'Текст комментария.', en: 'Text of the comment.' } }],
  returns: 'boolean',
  help: {
    ru: 'Добавляет в диалог внутренний комментарий: клиент его не видит. Даёт True.',
    en: 'Adds a comment to the dialogue that the client does not see. Gives True.',
  },
  onError: { ru: 'С пустым текстом даёт False.', en: 'An empty text gives False.' },
  examples: [
    { script: "set_note('Asked for a discount')", gives: true },
    { script: "set_note('')", gives: false },
  ],
  failure: false,
  run: (comment, { ports }) => !isBlank(comment.trim()) && ports.dialogue.note(comment),
})
