import { defineHostFunction } from '../define-function.ts'
import { asArray, toText } from '@voronka/calculator'
import { isBlank } from '../shared/blank.ts'

export const sendNotification = defineHostFunction({
  name: 'send_notification',
  category: 'operator',
  params: [
    { name: 'text', type: 'text', about: { ru: 'Текст уведомления.', en: 'Text of the notification.' } },
    {
      name: 'users',
      type: 'any',
      optional: true,
      about: { ru: 'Почта или массив адресов; пусто – всем.', en: 'An e-mail or an array of them; empty: everybody.' },
      shown: { type: 'text|array' },
    },
    {
      name: 'priority',
      type: 'integer',
      optional: true,
      about: { ru: '0 обычное, 1 успех, 2 предупреждение, 3 ошибка.', en: '0 neutral, 1 success, 2 warning, 3 error.' },
      default: 0,
    },
  ],
  returns: 'boolean',
  help: { ru: 'Отправляет уведомление сотрудникам. Даёт True.', en: 'Sends a notification to employees. Gives True.' },
  onError: { ru: 'С пустым текстом или если никого из них нет, даёт False.', en: 'An empty text, or nobody of them, gives False.' },
  examples: [
    { script: "send_notification('New order', 'ann@example.com', 1)", gives: true },
    { script: "send_notification('')", gives: false },
  ],
  failure: false,
  run(text, users, priority, { ports }) {
    const to =
      users === undefined || users === null || (typeof users === 'string' && isBlank(users))
        ? undefined
        : (asArray(users)?.map(toText) ?? [toText(users)])
    if (isBlank(text.trim())) return false
    return ports.operators.notify(text, to, Math.min(Math.max(priority ?? 0, 0), 3))
  },
})
