import type { Operator } from '../operators/operators.store.ts'

/** Whom a comment names: `@` and a name or an address, in any letters. Of `@Ann Lee` the longer name is meant, and not Ann as well. */
export function mentioned(text: string, operators: readonly Pick<Operator, 'account' | 'name' | 'email'>[]): number[] {
  const named = operators
    .flatMap(({ account, name, email }) => [name, email].filter(Boolean).map((word) => ({ account, word: `@${word.toLowerCase()}` })))
    .toSorted((one, other) => other.word.length - one.word.length)
  const found = new Set<number>()
  let rest = text.toLowerCase()
  for (const { account, word } of named) {
    if (!isThere(rest, word)) continue
    found.add(account)
    rest = rest.replaceAll(word, ' ')
  }
  return [...found].toSorted((one, other) => one - other)
}

/** As a word of its own: `@ann` is not in `@anna`, nor in an address like `mary@ann.example`. */
function isThere(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
    if (!letter.test(text[at - 1] ?? ' ') && !letter.test(text[at + word.length] ?? ' ')) return true
  }
  return false
}

const letter = /[\p{L}\p{N}]/u
