/** A name that the language itself gives a meaning to, with a line about it for completion and help. */
export interface BuiltinName {
  readonly name: string
  readonly ru: string
  readonly en: string
}

const about = (name: string, ru: string, en: string): BuiltinName => ({ name, ru, en })

/** Built-in variables (section 4.2): they win over variables of the same name, and nothing can be assigned to them. */
export const reservedNames: readonly BuiltinName[] = [
  about('none', 'ничего не отправлять', 'send nothing'),
  about('api_key', 'ключ API проекта', 'API token of the project'),
  about('attachment_url', 'ссылка на вложение клиента', "link to the client's attachment"),
  about('attachments', 'список ссылок на вложения клиента', "links to the client's attachments, an array"),
  about('client_id', 'номер клиента в системе', 'number of the client in the system'),
  about('platform_id', 'id клиента в мессенджере', 'id of the client in the messenger'),
  about('main_client_id', 'id главного из объединённых клиентов', 'id of the main one of merged clients'),
  about('client_type', 'номер мессенджера', 'number of the messenger'),
  about('messenger', 'название мессенджера', 'name of the messenger'),
  about('group', 'бот (канал), в котором находится клиент', 'the bot (channel account) to which the client belongs'),
  about('question', 'последнее сообщение клиента', "text of the client's last message"),
  about('message_id', 'номер текущего блока, до первого NONE', 'number of the current block, NONE before the first'),
  about(
    'message_from_outside',
    'вид сообщения: 0 обычное, 1 из API, 2 из внешней CRM, 3 callback, 5 телефония',
    'kind of the message: 0 ordinary, 1 by API, 2 from an outer CRM, 3 callback, 5 telephony',
  ),
  about('custom_answer', 'ответ сервера на API-запрос блока', "answer of the server to the block's API request"),
  about('order', 'содержимое заказа', 'content of the order'),
  about('order_id', 'номер заказа вида клиент-заказ', 'id of the order in the form client-order'),
  about('current_date', 'сегодня, дд.мм.гггг', 'today, dd.mm.yyyy'),
  about('next_day', 'завтра, дд.мм.гггг', 'tomorrow, dd.mm.yyyy'),
  about('current_time', 'сейчас, ЧЧ:ММ', 'now, HH:MM'),
  about('weekday', 'день недели: 1 понедельник ... 7 воскресенье', 'day of the week: 1 Monday ... 7 Sunday'),
  about('timestamp', 'время Unix с миллисекундами', 'Unix time with milliseconds'),
  about('date_of_creation', 'дата первого обращения клиента', 'date when the client first appeared'),
  about('time_of_creation', 'время первого обращения клиента', 'time when the client first appeared'),
  about('tag', 'метка запуска, без неё NONE', 'start tag, NONE when absent'),
  about('wa_bot', 'номер бота WhatsApp, на который написали', 'number of the WhatsApp bot written to'),
  about('project_id', 'номер проекта', 'id of the project'),
]

/** Built-in variables that any variable of the same name hides. */
export const softNames: readonly BuiltinName[] = [
  about('name', 'имя клиента', 'first name of the client'),
  about('full_name', 'имя и фамилия клиента', 'first and last name of the client'),
  about('avatar', 'ссылка на фото клиента', "link to the client's picture"),
]

/** Number constants; a variable of the same name hides them. */
export const constantNames: readonly BuiltinName[] = [
  about('E', 'число e, 2.718281828459045', 'the number e, 2.718281828459045'),
  about('PI', 'число пи, 3.141592653589793', 'the number pi, 3.141592653589793'),
]

export const builtinNames: readonly BuiltinName[] = [...reservedNames, ...softNames, ...constantNames]

export function isReservedName(name: string): boolean {
  return reserved.has(name)
}

export function isSoftName(name: string): boolean {
  return soft.has(name)
}

/** `E` and `PI`. */
export const numberConstants: ReadonlyMap<string, number> = new Map([
  ['E', Math.E],
  ['PI', Math.PI],
])

const reserved: ReadonlySet<string> = new Set(reservedNames.map(({ name }) => name))
const soft: ReadonlySet<string> = new Set(softNames.map(({ name }) => name))
