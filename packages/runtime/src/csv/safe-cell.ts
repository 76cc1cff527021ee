/** What a spreadsheet looks at is what is left without spaces and invisible signs; full-width signs count as the usual ones. */
const begin = /^[\s\p{C}\p{Z}]*[=+\-@\u2212\uFE62\uFE63\uFE66\uFE6B\uFF1D\uFF0B\uFF0D\uFF20]/u
const number = /^[+-]?\d+(?:[.,]\d+)?$/
const phone = /^\+\d[\d ().-]{4,24}$/

const isFormula = (text: string): boolean => begin.test(text) && !number.test(text) && !phone.test(text)

/** A leading apostrophe, of which a spreadsheet says "text", may already be a part of the text: then it gets one more. */
const needsSign = (text: string): boolean => isFormula(text.replace(/^'+/, ''))

/**
 * A cell that no spreadsheet takes for a formula (reliability-promises, P11.4): with a leading apostrophe where it would be one. Plain numbers and phone
 * numbers in international form stay as they are.
 */
export const safeCell = (text: string): string => (needsSign(text) ? `'${text}` : text)

/** What `safeCell` was given: an export that is imported again says the same (P11.5). */
export const openCell = (cell: string): string => (cell.startsWith("'") && needsSign(cell) ? cell.slice(1) : cell)
