import type { Param } from '../param.ts'

/** Parameters that several booking functions have. Any value is taken, and judged by the rules of booking, section 3. */
export const companyParam = {
  name: 'company_id',
  type: 'any',
  shown: { type: 'integer' },
  about: { ru: 'Номер филиала (воронки с онлайн-записью).', en: 'Id of the branch (a pipeline with online booking).' },
} as const satisfies Param

export const servicesParam = {
  name: 'service_ids',
  type: 'any',
  shown: { type: 'integer|array' },
  about: {
    ru: 'Номер услуги или список номеров: услуги оказывает один исполнитель, одну за другой.',
    en: 'Id of a service, or a list of ids: one employee renders them, one after another.',
  },
} as const satisfies Param

export const employeeParam = {
  name: 'employee_id',
  type: 'any',
  optional: true,
  shown: { type: 'integer' },
  about: {
    ru: 'Номер исполнителя; без него – любой, кто оказывает эти услуги.',
    en: 'Id of an employee; without it, anybody who renders the services.',
  },
} as const satisfies Param

export const dayParam = (name: string) =>
  ({ name, type: 'any', shown: { type: 'date' }, about: { ru: 'Дата: ДД.ММ.ГГГГ.', en: 'The day: DD.MM.YYYY.' } }) as const satisfies Param

export const clockParam = (name: string) =>
  ({ name, type: 'any', shown: { type: 'time' }, about: { ru: 'Время: ЧЧ:ММ.', en: 'The time: HH:MM.' } }) as const satisfies Param

export const emptyOnError = {
  ru: 'Если ничего не найдено или аргументы неверны, даёт пустой список.',
  en: 'Nothing found, or wrong arguments, give an empty list.',
}
