/**
 * What kinds and fields are called, in both languages: the one catalogue behind the editor's forms, the publish dialog, the problems list
 * and the undo tooltips.
 */
import type { Language } from '@voronka/calculator'
import type { Action, Arrow, AttachmentKind, Block, BlockType, ButtonKind, DelayUnit, MatchType, ProjectSettings } from '../flow.ts'

export type Words = Readonly<Record<Language, string>>

export const blockTypeWords: Readonly<Record<BlockType, Words>> = {
  start: { ru: 'Стартовое условие', en: 'Start condition' },
  state: { ru: 'Состояние диалога', en: 'Dialogue state' },
  nonstate: { ru: 'Не состояние', en: 'Non-state' },
  nonstate_cond: { ru: 'Не состояние с условием', en: 'Non-state with condition' },
  close_order: { ru: 'Закрытие сделки', en: 'Close deal' },
  comment: { ru: 'Заметка', en: 'Comment' },
}

export const matchTypeWords: Readonly<Record<MatchType, Words>> = {
  fuzzy: { ru: 'Игнорируя ошибки и неточности', en: 'Ignoring errors and inaccuracies' },
  keywords: { ru: 'По наличию ключевых слов', en: 'By presence of keywords' },
  exact: { ru: 'Полное совпадение', en: 'Full match' },
  regex: { ru: 'Регулярное выражение', en: 'Regular expression' },
  semantic: { ru: 'Сравнение по смыслу', en: 'Comparison by meaning' },
}

export const buttonKindWords: Readonly<Record<ButtonKind, Words>> = {
  reply: { ru: 'Клавиатура', en: 'Keyboard' },
  inline: { ru: 'В тексте', en: 'In the text' },
  auto: { ru: 'Автоматически', en: 'Automatic' },
}

export const attachmentKindWords: Readonly<Record<AttachmentKind, Words>> = {
  link: { ru: 'Ссылка', en: 'Link' },
  image: { ru: 'Изображение', en: 'Image' },
  video: { ru: 'Видео', en: 'Video' },
  audio: { ru: 'Аудио', en: 'Audio' },
  file: { ru: 'Файл', en: 'File' },
}

export const actionTypeWords: Readonly<Record<Action['type'], Words>> = {
  'move-to-state': { ru: 'Переместить по воронке CRM', en: 'Move along the CRM pipeline' },
  'add-to-list': { ru: 'Добавить в список', en: 'Add to a list' },
  'remove-from-list': { ru: 'Убрать из списка', en: 'Remove from a list' },
  'move-to-list': { ru: 'Перенести в список', en: 'Move to a list' },
  'add-label': { ru: 'Поставить метку', en: 'Add a label' },
  'remove-label': { ru: 'Снять метку', en: 'Remove a label' },
  python: { ru: 'Код Python', en: 'Python code' },
}

export const delayUnitWords: Readonly<Record<DelayUnit, Words & { readonly short: Words }>> = {
  seconds: { ru: 'секунды', en: 'seconds', short: { ru: 'с', en: 's' } },
  minutes: { ru: 'минуты', en: 'minutes', short: { ru: 'мин', en: 'min' } },
  hours: { ru: 'часы', en: 'hours', short: { ru: 'ч', en: 'h' } },
  days: { ru: 'дни', en: 'days', short: { ru: 'дн', en: 'd' } },
  months: { ru: 'месяцы', en: 'months', short: { ru: 'мес', en: 'mo' } },
}

const conditionWords = {
  condition: { ru: 'Условие', en: 'Condition' },
  matchType: { ru: 'Тип сравнения', en: 'Match type' },
  ignore: { ru: 'Строки, на которые не отвечать', en: 'Strings not to answer' },
  compare: { ru: 'Переменная для сравнения', en: 'Variable for comparison' },
  priority: { ru: 'Приоритет', en: 'Priority' },
}

export const blockFieldWords: Readonly<Record<keyof Block, Words>> = {
  ...conditionWords,
  number: { ru: 'Номер', en: 'Number' },
  type: { ru: 'Тип блока', en: 'Type' },
  tier: { ru: 'Очередь проверки', en: 'Tier' },
  sheet: { ru: 'Лист', en: 'Sheet' },
  name: { ru: 'Название', en: 'Name' },
  x: { ru: 'Положение по горизонтали', en: 'Horizontal position' },
  y: { ru: 'Положение по вертикали', en: 'Vertical position' },
  answerOnce: { ru: 'Ответить один раз', en: 'Answer once' },
  callbackOnly: { ru: 'Только колбэк', en: 'Callback only' },
  text: { ru: 'Сообщение', en: 'Message' },
  format: { ru: 'Разметка', en: 'Markup' },
  protect: { ru: 'Защитить содержимое', en: 'Protect content' },
  silent: { ru: 'Без звука', en: 'Send silently' },
  keepInHistory: { ru: 'Хранить в истории', en: 'Keep in history' },
  attachmentKind: { ru: 'Вид вложений', en: 'Kind of attachments' },
  attachments: { ru: 'Вложения', en: 'Attachments' },
  buttonKind: { ru: 'Вид кнопок', en: 'Kind of buttons' },
  buttons: { ru: 'Кнопки', en: 'Buttons' },
  buttonCode: { ru: 'Код кнопок', en: 'Button code' },
  showButtons: { ru: 'Показывать кнопки', en: 'Show buttons' },
  showArrowButtons: { ru: 'Показывать стрелки кнопками', en: 'Show arrows as buttons' },
  buttonHint: { ru: 'Подсказка без кнопок', en: 'Hint without buttons' },
  actions: { ru: 'Действия', en: 'Actions' },
  calculator: { ru: 'Калькулятор', en: 'Calculator' },
  request: { ru: 'Запрос к API', en: 'API request' },
  webhook: { ru: 'Вебхук', en: 'Webhook' },
}

export const arrowFieldWords: Readonly<Record<keyof Arrow, Words>> = {
  ...conditionWords,
  id: { ru: 'Номер', en: 'Number' },
  from: { ru: 'Откуда', en: 'From' },
  to: { ru: 'Куда', en: 'To' },
  fromButton: { ru: 'Кнопка', en: 'Button' },
  description: { ru: 'Описание', en: 'Description' },
  showAsButton: { ru: 'Показать кнопкой', en: 'Show as button' },
  buttonLine: { ru: 'Ряд кнопки', en: 'Line of the button' },
  buttonIndex: { ru: 'Место в ряду', en: 'Place in the line' },
  buttonColor: { ru: 'Цвет кнопки', en: 'Colour of the button' },
  collectsData: { ru: 'Клиент вводит данные', en: 'Client enters data' },
  variable: { ru: 'Переменная для ответа', en: 'Entered data' },
  delay: { ru: 'Задержка', en: 'Delay' },
  time: { ru: 'Время отправки', en: 'Time of sending' },
  date: { ru: 'Дата отправки', en: 'Date of sending' },
  sendIfPassed: { ru: 'Отправить, если дата прошла', en: 'Send if the date has passed' },
  cancelIfLeft: { ru: 'Отменить, если вышел из блока', en: 'Cancel if left the block' },
  cancelTimers: { ru: 'Отменить сообщения по таймеру', en: 'Cancel timer messages' },
  doNotCancel: { ru: 'Не отменять', en: 'Do not cancel' },
  once: { ru: 'Перейти один раз', en: 'Go once' },
  bends: { ru: 'Изгибы', en: 'Bend points' },
  label: { ru: 'Положение подписи', en: 'Place of the label' },
}

export const settingsFieldWords: Readonly<Record<keyof ProjectSettings, Words>> = {
  name: { ru: 'Название проекта', en: 'Name of the project' },
  timezone: { ru: 'Часовой пояс', en: 'Time zone' },
  language: { ru: 'Язык', en: 'Language' },
  firstMessage: { ru: 'Ответ на первое сообщение', en: 'Reply to the first message' },
  unknownAnswer: { ru: 'Ответ, когда бот не понял', en: 'Reply when the bot does not know' },
  pendingLimit: { ru: 'Предел запланированных сообщений', en: 'Limit of planned messages' },
  sendOnce: { ru: 'Никогда не отправлять дважды', en: 'Never send twice' },
  constants: { ru: 'Константы', en: 'Constants' },
  variables: { ru: 'Переменные проекта', en: 'Project variables' },
}
