/** Number of a spreadsheet column (A is 1), whatever the case of its letters; undefined for what is none, or too far to be counted exactly. */
export function columnNumber(letters: string): number | undefined {
  if (!/^[A-Za-z]{1,11}$/.test(letters)) return undefined
  let number = 0
  for (const letter of letters.toUpperCase()) number = number * base + letter.charCodeAt(0) - beforeA
  return number
}

/** Letters of a column; undefined below 1 and beyond what a double counts exactly. */
export function columnLetters(number: number): string | undefined {
  if (!(number >= 1 && number <= Number.MAX_SAFE_INTEGER)) return undefined
  let letters = ''
  for (let rest = number; rest > 0; rest = Math.floor((rest - 1) / base)) {
    letters = String.fromCharCode(((rest - 1) % base) + beforeA + 1) + letters
  }
  return letters
}

const base = 26
/** Character code before `A`. */
const beforeA = 64
