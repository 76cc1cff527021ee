import { defineFunction } from '../define-function.ts'
import { readDatetime } from '../shared/read-datetime.ts'
import { writeDatetime } from '../shared/write-datetime.ts'

export const convertDatetime = defineFunction({
  name: 'convert_datetime',
  category: 'date',
  params: [
    { name: 'date', type: 'text', about: { ru: 'Дата или время текстом.', en: 'A date or time, as text.' } },
    { name: 'f_in', type: 'text', about: { ru: 'Как оно записано, например %d.%m.%Y.', en: 'How it is written, such as %d.%m.%Y.' } },
    { name: 'f_out', type: 'text', about: { ru: 'Как записать, например %d %B.', en: 'How to write it, such as %d %B.' } },
  ],
  returns: 'text',
  help: {
    ru: 'Переписывает дату и время из одного вида в другой. %d день, %m месяц, %Y год, %H часы, %M минуты, %S секунды, %A день недели, %B месяц словом, %s секунды с 1970 года.',
    en: 'Rewrites a date and time from one form to another. %d day, %m month, %Y year, %H hours, %M minutes, %S seconds, %A weekday, %B name of the month, %s seconds since 1970.',
  },
  onError: { ru: 'Если текст не подходит к виду, результата нет.', en: 'A text that does not fit the form gives no result.' },
  examples: [
    { script: "convert_datetime('10.03.2026', '%d.%m.%Y', '%A, %d %B')", gives: 'Вторник, 10 марта' },
    { script: "convert_datetime('10.03.2026 14:05', '%d.%m.%Y %H:%M', '%s')", gives: 1773140700 },
    { script: "convert_datetime('tomorrow', '%d.%m.%Y', '%Y')", gives: null },
  ],
  run(date, formatIn, formatOut, { zone, language }) {
    const at = readDatetime(date, formatIn, zone)
    return at && writeDatetime(formatOut, at, language)
  },
})
