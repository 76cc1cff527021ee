import type { CsvReport } from '@voronka/api'
import { encodingOf } from '../csv/decode-text.ts'
import { expectText } from '../csv/expect-text.ts'
import { openCell } from '../csv/safe-cell.ts'
import { csvLine, csvStart } from '../csv/write-csv.ts'

export interface CsvRow {
  readonly line: readonly string[]
  /** The number in the first column; undefined: it is none. */
  readonly client: number | undefined
}

export interface ClientCsv {
  readonly encoding: string
  /** What stood between the cells: what is given back of the file is written as it was. */
  readonly delimiter: ',' | ';'
  /** Its first line when that names the columns. */
  readonly header: readonly string[] | undefined
  readonly rows: readonly CsvRow[]
}

/** The rows of a CSV file whose first column is client_id. Bytes in any of the encodings that spreadsheets write. */
export async function readClientCsv(bytes: Uint8Array, asked: 'auto' | 'utf-8' | 'windows-1251' | 'utf-16le'): Promise<ClientCsv> {
  expectText(bytes)
  const { parse } = await import('csv-parse/sync')
  const encoding = asked === 'auto' ? encodingOf(bytes) : asked
  const text = new TextDecoder(encoding).decode(bytes)
  const lines: string[][] = parse(text, {
    delimiter: [',', ';', '\t'],
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    bom: true,
  })
  const rows = lines.map((line) => ({ line: line.map(openCell), client: clientNumber(line[0] ?? '') }))
  const [first] = rows
  const header = first && first.client === undefined && /[a-zа-яё]/i.test(first.line[0] ?? '') ? first.line : undefined
  const [start = ''] = text.split(/[\r\n]/, 1)
  return { encoding, delimiter: start.includes(';') ? ';' : ',', header, rows: header ? rows.slice(1) : rows }
}

function clientNumber(text: string): number | undefined {
  return /^\s*[1-9][0-9]{0,14}\s*$/.test(text) ? Number(text) : undefined
}

/** Rows as CSV text, with a mark that lets spreadsheets read it as UTF-8. */
export const writeCsv = (rows: readonly (readonly string[])[], delimiter: ',' | ';' = ','): string =>
  csvStart + rows.map((row) => csvLine(row, delimiter)).join('')

type Language = 'en' | 'ru'

/** Why a line is left out, and what the column of it is called, for whoever reads the file. */
const words = {
  en: { reason: 'reason', 'no-number': 'not a client_id', 'no-client': 'no such client' },
  ru: { reason: 'причина', 'no-number': 'не client_id', 'no-client': 'нет такого клиента' },
} as const satisfies Record<Language, object>

export type Rejected = readonly [line: readonly string[], why: 'no-number' | 'no-client']

/** The rejected lines with their reasons in a last column, under the header they had: put right, the file can be given again. */
export function rejectedFile(
  { header, delimiter }: ClientCsv,
  rejected: readonly Rejected[],
  language: Language,
): CsvReport['rejectedFile'] {
  if (!rejected.length) return ''
  const lines = rejected.map(([line, why]) => [...line, words[language][why]])
  return writeCsv(header ? [[...header, words[language].reason], ...lines] : lines, delimiter)
}
