import { safeCell } from './safe-cell.ts'

/** What a spreadsheet needs in front to read the file as UTF-8. */
export const csvStart = '\uFEFF'

/**
 * One line of a CSV file, every cell quoted and none a formula. With `;` for people whose decimal sign is the comma. Exports of any length are written line
 * by line into the answer.
 */
export function csvLine(cells: readonly (string | number | null | undefined)[], delimiter: ',' | ';' = ','): string {
  return `${cells.map((cell) => quoted(safeCell(String(cell ?? '')))).join(delimiter)}\r\n`
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`
