import type { ServicesReport } from '@voronka/api'
import { expectText } from '../../csv/expect-text.ts'
import { readCsv } from '../../csv/read-csv.ts'
import { titleKey } from '../set-up.store.ts'

export interface CsvService {
  readonly line: number
  readonly title: string
  readonly description: string
  readonly category: string
  readonly price: number
  readonly duration: number
  readonly capacity: number
}

type Field = Exclude<keyof CsvService, 'line'>

/** What the columns may be called. */
const headers: Readonly<Record<string, Field>> = {
  title: 'title',
  name: 'title',
  service: 'title',
  название: 'title',
  услуга: 'title',
  description: 'description',
  описание: 'description',
  category: 'category',
  категория: 'category',
  price: 'price',
  цена: 'price',
  стоимость: 'price',
  duration: 'duration',
  minutes: 'duration',
  длительность: 'duration',
  минут: 'duration',
  capacity: 'capacity',
  мест: 'capacity',
  вместимость: 'capacity',
}

/** Without a line of headers the columns are these. */
const usual: readonly Field[] = ['title', 'category', 'price', 'duration', 'capacity', 'description']

/** The services of a CSV file; what is wrong with a row is told with its line. */
export async function readServicesCsv(bytes: Uint8Array): Promise<Pick<ServicesReport, 'rejected' | 'unknown'> & { rows: CsvService[] }> {
  expectText(bytes)
  const rows: CsvService[] = []
  const rejected: ServicesReport['rejected'] = []
  let unknown: string[] = []
  const seen = new Set<string>()
  let columns: readonly (Field | undefined)[] | undefined
  for await (const row of readCsv(once(bytes), { rows: 10_000, columns: 50 })) {
    if (!('cells' in row)) {
      rejected.push({ line: row.line, why: 'unreadable', text: '' })
      continue
    }
    if (!columns) {
      const named = isHeader(row.cells) ? row.cells.map(fieldOf) : undefined
      columns = named ?? usual
      if (named) {
        unknown = row.cells.filter((cell, at) => cell.trim() !== '' && named[at] === undefined)
        const lacking = (['title', 'duration'] as const).find((field) => !named.includes(field))
        // Every row would be rejected for a column that is not there.
        if (lacking) return { rows: [], rejected: [{ line: row.line, why: `no-${lacking}-column`, text: shown(row.cells) }], unknown }
        continue
      }
    }
    const read = serviceOf(row.line, row.cells, columns, seen)
    if (typeof read === 'string') rejected.push({ line: row.line, why: read, text: shown(row.cells) })
    else rows.push(read)
  }
  return { rows, rejected, unknown }
}

const shown = (cells: readonly string[]): string => cells.join(', ').slice(0, 200)

/** By the first word: "Price, EUR" is the price. */
const fieldOf = (cell: string): Field | undefined => headers[cell.replaceAll(/[^\p{L}]+.*$/gu, '').toLowerCase()]

/** It names columns: one that is known, or several in words alone; a service has at least its duration in figures. */
const isHeader = (cells: readonly string[]): boolean =>
  cells.some((cell) => fieldOf(cell) === 'title') || (cells.length > 1 && !cells.some((cell) => /\d/.test(cell)))

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

function serviceOf(
  line: number,
  cells: readonly string[],
  columns: readonly (Field | undefined)[],
  seen: Set<string>,
): CsvService | ServicesReport['rejected'][number]['why'] {
  const cell = (field: Field): string => (cells[columns.indexOf(field)] ?? '').trim()
  const number = (field: Field, preset: number): number => {
    const written = cell(field)
      .replaceAll(/[\s\u00a0]/g, '')
      .replace(',', '.')
    return written === '' ? preset : /^\d+(\.\d+)?$/.test(written) ? Number(written) : Number.NaN
  }
  const [title, price, duration, capacity] = [
    cell('title').slice(0, 255),
    number('price', 0),
    number('duration', Number.NaN),
    number('capacity', 1),
  ]
  if (title === '') return 'no-title'
  if (!(price >= 0 && price <= 1e12)) return 'bad-price'
  if (!Number.isInteger(duration) || duration < 1 || duration > 1440) return 'bad-duration'
  if (!Number.isInteger(capacity) || capacity < 1 || capacity > 10_000) return 'bad-capacity'
  if (seen.has(titleKey(title))) return 'twice'
  seen.add(titleKey(title))
  return {
    line,
    title,
    description: cell('description').slice(0, 5000),
    category: cell('category').slice(0, 255),
    price,
    duration,
    capacity,
  }
}
