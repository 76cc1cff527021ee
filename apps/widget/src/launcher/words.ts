export interface LauncherWords {
  readonly open: string
  readonly close: string
  readonly chat: string
  unread(count: number): string
  readonly dismiss: string
  readonly loading: string
  readonly failed: string
  readonly again: string
}

const unreadRu = new Intl.PluralRules('ru')
const unreadForms = { one: 'непрочитанное сообщение', few: 'непрочитанных сообщения', many: 'непрочитанных сообщений' } as const

/** What stands on a site of somebody else, outside of the chat itself. */
export const launcherWords: Readonly<Record<'ru' | 'en', LauncherWords>> = {
  ru: {
    open: 'Открыть чат',
    close: 'Закрыть чат',
    chat: 'Чат',
    unread: (count) => {
      const form = unreadRu.select(count)
      return `${count} ${unreadForms[form === 'one' || form === 'few' ? form : 'many']}`
    },
    dismiss: 'Скрыть приглашение',
    loading: 'Открываем чат…',
    failed: 'Чат не открылся. Проверьте соединение.',
    again: 'Попробовать ещё раз',
  },
  en: {
    open: 'Open the chat',
    close: 'Close the chat',
    chat: 'Chat',
    unread: (count) => `${count} unread ${count === 1 ? 'message' : 'messages'}`,
    dismiss: 'Hide the invitation',
    loading: 'Opening the chat…',
    failed: 'The chat did not open. Check your connection.',
    again: 'Try again',
  },
}
