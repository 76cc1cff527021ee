import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encodingOf } from './decode-text.ts'
import { readCsv, TooManyRows, type CsvLimits } from './read-csv.ts'
import { safeCell } from './safe-cell.ts'
import { csvLine, csvStart } from './write-csv.ts'

async function read(content: string | Uint8Array, limits?: Partial<CsvLimits>, chunk = 7) {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  const rows = []
  for await (const row of readCsv(inChunks(bytes, chunk), limits)) rows.push('cells' in row ? row.cells : row)
  return rows
}

async function* inChunks(bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

describe('a cell that a spreadsheet would take for a formula', () => {
  it.each([
    '=1+1',
    '+cmd|x!A1',
    '-2+3',
    '@SUM(A1)',
    '  =1',
    '\t=1',
    '\r=1',
    '\u00A0=1',
    '\u200B=1',
    '＝1+1',
    '＋1',
    '＠x',
    '\uFF0D1',
    "'=1",
  ])('gets an apostrophe: %j', (text) => expect(safeCell(text)).toBe(`'${text}`))
  it.each(['', 'Anna', '12', '-12.5', '+3', '-0,5', '+7 (999) 123-45-67', '+79991234567', "it's", 'a=b', '1-2'])('is not: %j', (text) =>
    expect(safeCell(text)).toBe(text),
  )
})

it('reads what it wrote, whatever it was', async () => {
  const cell = fc.oneof(fc.string({ unit: 'grapheme' }), fc.stringMatching(/^[ ='"+@;,\n-]{0,8}$/))
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 }), async (rows) => {
      const text = csvStart + rows.map((row) => csvLine(row)).join('')
      expect(await read(text, {}, 1_000)).toEqual(rows)
    }),
    { numRuns: 200 },
  )
})

describe('a file of any usual kind', () => {
  const text = 'Имя;Город\r\nАнна;Рига\r\n'
  const rows = [
    ['Имя', 'Город'],
    ['Анна', 'Рига'],
  ]
  const windows = Uint8Array.from([...text].map((sign) => windows1251(sign)))
  it.each<[string, Uint8Array]>([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${text}`)],
    ['UTF-16, as Windows writes it', Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['UTF-16 the other way round', Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()],
    ['windows-1251', windows],
  ])('%s', async (_what, bytes) => expect(await read(bytes)).toEqual(rows))

  it('knows UTF-16 without a mark by its zeros', () => {
    expect(encodingOf(Buffer.from('name,city\r\nAnna,Riga', 'utf16le'))).toBe('utf-16le')
  })

  it.each([',', ';', '\t', '|'])('with %j between the cells', async (sign) => {
    expect(await read(`a${sign}"b;,\t|"\n1${sign}2`)).toEqual([
      ['a', 'b;,\t|'],
      ['1', '2'],
    ])
  })
})

describe('a file that is wrong', () => {
  it('is read as far as it can be, and told where it cannot', async () => {
    const rows = await read('a,b\n1,5" tall\n3,"4\n')
    expect(rows.filter(Array.isArray)).toEqual([
      ['a', 'b'],
      ['1', '5" tall'],
    ])
    expect(rows).toContainEqual({ line: 3, fault: 'quotes' })
  })
  it('is not read into memory where a quote never ends', async () => {
    expect(await read(`a,b\n"${'x'.repeat(100_000)}`, { rowLength: 10_000 }, 5_000)).toContainEqual(
      expect.objectContaining({ fault: 'too-long' }),
    )
  })
  it('has too many columns or rows', async () => {
    expect(await read('a,b,c\nd,e\n', { columns: 2 })).toEqual([{ line: 1, fault: 'too-many-columns' }, ['d', 'e']])
    await expect(read('a\nb\nc\n', { rows: 2 })).rejects.toThrow(TooManyRows)
  })
  it('may be empty, or no text at all', async () => {
    expect(await read('')).toEqual([])
    expect(Array.isArray(await read(Uint8Array.from({ length: 5000 }, (_, at) => (at * 7919) % 256)))).toBe(true)
  })
})

it('reads 100,000 rows in little memory', async () => {
  const line = Buffer.from('"Anna","+79991234567","anna@example.com"\n')
  let count = 0
  for await (const row of readCsv(
    (async function* () {
      for (let at = 0; at < 1000; at++) yield Buffer.concat(Array.from({ length: 100 }, () => line))
    })(),
  )) {
    if ('cells' in row) count++
  }
  expect(count).toBe(100_000)
})

function windows1251(sign: string): number {
  const code = sign.codePointAt(0) ?? 0
  return code >= 0x410 && code <= 0x44f ? code - 0x410 + 0xc0 : code
}
