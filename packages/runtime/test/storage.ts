import type { Talk } from './funnel.ts'

export const count = ({ installation }: Talk, table: string): number =>
  Number(installation.db.connection.prepare(`select count(*) from ${table}`).pluck().get())

/** Makes storage refuse a message of this text, as a damaged disk would. */
export const poison = ({ installation }: Talk, text: string) =>
  installation.db.connection.exec(
    `create trigger poison before insert on messages when new.text = '${text}' begin select raise(abort, 'poisoned'); end`,
  )

export const cure = ({ installation }: Talk) => installation.db.connection.exec('drop trigger poison')
