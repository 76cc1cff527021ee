/** The parameters that all functions of requests share. */
export const urlParam = {
  name: 'url',
  type: 'text',
  about: { ru: 'Адрес: http:// или https://.', en: 'The address: http:// or https://.' },
} as const

export const headersParam = {
  name: 'headers',
  type: 'any',
  optional: true,
  shown: { type: 'dict' },
  about: { ru: 'Заголовки, словарь.', en: 'Headers, a dictionary.' },
} as const

export const saveParam = {
  name: 'save_settings',
  type: 'any',
  optional: true,
  shown: { type: 'text|dict' },
  about: {
    ru: 'Что сохранить из ответа: строки «путь|к|0|значению -> переменная;».',
    en: 'What to save of the answer: lines “path|to|0|value -> variable;”.',
  },
} as const

export const noAnswer = {
  ru: 'Если ответа нет (адрес недоступен или закрыт, прошло 10 секунд, ответ больше 5 МБ), даёт None, custom_answer_status – 0; скрипт продолжается. Код 400 и выше – не ошибка.',
  en: 'Without an answer (unreachable or refused, 10 seconds passed, more than 5 MB) it gives None and custom_answer_status is 0; the script goes on. A status of 400 and above is no error.',
} as const
