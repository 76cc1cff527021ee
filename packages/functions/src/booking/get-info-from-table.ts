import { defineHostFunction } from '../define-function.ts'
import { asArray, toText, type Value } from '@voronka/calculator'
import { given, wholeNumber, writtenText } from '../shared/bookings.ts'
import { onceKnown } from '../shared/once-known.ts'
import { readTable } from '../shared/read-table.ts'

export const getInfoFromTable = defineHostFunction({
  name: 'get_info_from_table',
  category: 'booking',
  asksOutside: true,
  params: [
    {
      name: 'sheet_id',
      type: 'any',
      shown: { type: 'text' },
      about: {
        ru: 'Код Google-таблицы или её адрес; доступ – по ссылке для всех.',
        en: 'Id or address of a Google sheet that anybody with the link can open.',
      },
    },
    {
      name: 'number_sheet',
      type: 'any',
      optional: true,
      shown: { type: 'integer', default: '1' },
      about: {
        ru: '1 – первый лист; другой – число после gid= в его адресе.',
        en: '1: the first sheet; another one: the number after gid= in its address.',
      },
    },
    {
      name: 'sheet_json_keys',
      type: 'any',
      optional: true,
      shown: { type: 'array' },
      about: { ru: 'Только эти столбцы.', en: 'Only these columns.' },
    },
  ],
  returns: 'array',
  help: {
    ru: 'Читает Google-таблицу: список словарей, ключи – из первой строки.',
    en: 'Reads a Google sheet: a list of dictionaries with the keys of the first row.',
  },
  onError: { ru: 'Если прочитать нельзя, даёт пустой список.', en: 'When it cannot be read, gives an empty list.' },
  examples: [
    { script: "get_info_from_table('1AbC')[0]['name']", gives: 'Ann' },
    { script: "get_info_from_table('nothing')", gives: [] },
  ],
  failure: [],
  run(sheet, number, keys, { ports }) {
    const id = /^(?:https:\/\/docs\.google\.com\/spreadsheets\/d\/)?([\w-]+)(?:[/?#].*)?$/.exec(writtenText(sheet))?.[1]
    const page = wholeNumber(number)
    if (id === undefined || page === null || (page !== undefined && page < 0)) return []
    const url = `https://docs.google.com/spreadsheets/d/${id}/export?format=csv${page === undefined || page === 1 ? '' : `&gid=${page}`}`
    return onceKnown(ports.requests.send({ method: 'GET', url, headers: [], body: null }), ({ status, body }) =>
      status === 200 ? rowsOf(body, given(keys)) : [],
    )
  },
})

/** What is no table (a page that asks to sign in) has no rows. */
function rowsOf(body: string, wanted: Value | undefined): Value {
  if (/^\s*<(!doctype|html)/i.test(body)) return []
  const [keys = [], ...rows] = readTable(body)
  const only = wanted === undefined ? undefined : new Set((asArray(wanted) ?? [wanted]).map(toText))
  const columns = keys.flatMap((key, index) => (key !== '' && (!only || only.has(key)) ? [[key, index] as const] : []))
  return rows.map((row) => new Map(columns.map(([key, index]) => [key, row[index] ?? ''])))
}
