import { parse } from 'csv-parse/sync'
import type { CsvReport } from '@voronka/api'

export interface CsvRow {
  readonly line: readonly string[]
  /** The number in the first column; undefined: it is none. */
  readonly client: number | undefined
}

/** The rows of a CSV file whose first column is client_id; a header line is passed over. Bytes in any of the encodings that spreadsheets write. */
export function readClientCsv(
  bytes: Uint8Array,
  asked: 'auto' | 'utf-8' | 'windows-1251' | 'utf-16le',
): { encoding: string; rows: CsvRow[] } {
  const encoding = asked === 'auto' ? encodingOf(bytes) : asked
  const text = new TextDecoder(encoding).decode(bytes)
  const lines: string[][] = parse(text, {
    delimiter: [',', ';', '\t'],
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    bom: true,
  })
  const rows = lines.map((line) => ({ line, client: clientNumber(line[0] ?? '') }))
  const [first] = rows
  return { encoding, rows: first && first.client === undefined && /[a-zа-яё]/i.test(first.line[0] ?? '') ? rows.slice(1) : rows }
}

function clientNumber(text: string): number | undefined {
  return /^\s*[1-9][0-9]{0,14}\s*$/.test(text) ? Number(text) : undefined
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return 'utf-8'
  } catch {
    return 'windows-1251'
  }
}

/** Rows as CSV text, with a mark that lets spreadsheets read it as UTF-8. What would be taken for a formula is shown as the text that it is. */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  return `\u{feff}${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`
}

function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",;\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

export type Rejected = readonly [line: readonly string[], reason: string]

/** The rejected lines with their reasons in a last column. */
export const rejectedFile = (rejected: readonly Rejected[]): CsvReport['rejectedFile'] =>
  rejected.length ? writeCsv(rejected.map(([line, reason]) => [...line, reason])) : ''
