import type { CsvError } from 'csv-parse'
import { Readable } from 'node:stream'
import { decodeText } from './decode-text.ts'
import { openCell } from './safe-cell.ts'

/** One row, or why it could not be read; `line` is where it begins, counted from 1. */
export type CsvRow =
  | { readonly line: number; readonly cells: readonly string[] }
  | { readonly line: number; readonly fault: 'quotes' | 'too-long' | 'too-many-columns' }

export interface CsvLimits {
  readonly rows: number
  readonly columns: number
  /** Characters of one row. */
  readonly rowLength: number
}

/** The file has more rows than are read (reliability-promises, P11.3). */
export class TooManyRows extends Error {
  override readonly name = 'TooManyRows'
  readonly most: number
  constructor(most: number) {
    super(`The file has more than ${most} rows.`)
    this.most = most
  }
}

const usual: CsvLimits = { rows: 100_000, columns: 500, rowLength: 1_000_000 }

/**
 * Reads a CSV file row by row, in any usual encoding and with any usual delimiter, which are found out from its beginning. Memory is bounded whatever the
 * file is; a bad row is told (perhaps before good ones that precede it) and the next one read. Empty lines are passed over. Throws `TooManyRows`.
 */
export async function* readCsv(bytes: AsyncIterable<Uint8Array>, limits: Partial<CsvLimits> = {}): AsyncGenerator<CsvRow> {
  const { rows, columns, rowLength } = { ...usual, ...limits }
  const { parse } = await import('csv-parse')
  const faults: CsvRow[] = []
  const { delimiter, text } = await withDelimiter(decodeText(bytes))
  const parser = parse({
    delimiter,
    bom: true,
    info: true,
    relax_column_count: true,
    // A quote in the middle of a cell is a sign like any other.
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    max_record_size: rowLength,
    on_skip: (error) => {
      faults.push({ line: lineOf(error), fault: error?.code === 'CSV_MAX_RECORD_SIZE' ? 'too-long' : 'quotes' })
      return undefined
    },
  })
  const source = Readable.from(text)
  source.on('error', (error) => parser.destroy(error))
  let count = 0
  for await (const { record, info } of source.pipe(parser) as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
    yield* faults.splice(0)
    if (++count > rows) throw new TooManyRows(rows)
    const line = info.lines
    yield record.length > columns ? { line, fault: 'too-many-columns' } : { line, cells: record.map(openCell) }
  }
  yield* faults
}

const lineOf = (error: CsvError | undefined): number => Number(error?.['lines'] ?? 0)

const delimiters = [';', ',', '\t', '|'] as const

/** The sign that stands most often outside quotes in the first line. */
async function withDelimiter(text: AsyncGenerator<string>): Promise<{ delimiter: string; text: AsyncIterable<string> }> {
  const first = await text.next()
  const head = first.done ? '' : first.value
  const [line = ''] = head
    .slice(0, 20_000)
    .replace(/"(?:[^"]|"")*"/g, '')
    .split(/[\r\n]/, 1)
  const counted = delimiters.map((sign) => ({ sign, count: line.split(sign).length - 1 })).sort((a, b) => b.count - a.count)
  return {
    delimiter: counted[0]?.sign ?? ',',
    text: (async function* () {
      yield head
      yield* text
    })(),
  }
}
