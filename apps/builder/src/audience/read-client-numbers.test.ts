import { expect, it } from 'vitest'
import { readClientNumbers } from './read-client-numbers.ts'

const wide = (text: string) =>
  new Uint8Array([0xff, 0xfe, ...[...text].flatMap((letter) => [letter.charCodeAt(0) % 256, letter.charCodeAt(0) >> 8])])

it.each([
  ['a heading and names', 'client_id,name\n12,Ann\n7,Bob\n', [12, 7]],
  ['semicolons, quotes, other line ends', '"12";"Anna; Maria"\r\n 7 ;x\r5', [12, 7, 5]],
  ['the same one twice', '3\n3\n', [3]],
  ['what is no number', '-4\n1.5\n12a\n0\n\n', []],
  ['nothing', '', []],
])('reads %s', (_what, text, numbers) => {
  expect(readClientNumbers(new TextEncoder().encode(text))).toEqual(numbers)
})

it('reads the wide encoding of a spreadsheet', () => {
  expect(readClientNumbers(wide('id\tname\n15\tЖанна\n'))).toEqual([15])
})
