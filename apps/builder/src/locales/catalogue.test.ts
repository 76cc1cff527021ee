import { expect, it } from 'vitest'
import { groupBy } from '../editor/group-by.ts'
import { catalogue } from './catalogue.ts'

/** i18next's plural endings: Russian has more forms than English, so a key is compared without its ending. */
const plural = /_(zero|one|two|few|many|other)$/

const texts = (tree: object, path = ''): [key: string, text: string][] =>
  Object.entries(tree).flatMap(([name, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null ? texts(value, `${path}${name}.`) : [[`${path}${name}`, String(value)]],
  )

const keys = (tree: object) => [...new Set(texts(tree).map(([key]) => key.replace(plural, '')))].sort()

const placeholders = (tree: object) =>
  Object.fromEntries(
    [...groupBy(texts(tree), ([key]) => key.replace(plural, ''))].map(([key, forms]) => [
      key,
      [...new Set(forms.flatMap(([, text]) => text.match(/\{\{[^}]+\}\}|<\/?\w+>/g) ?? []))].filter((name) => name !== '{{count}}').sort(),
    ]),
  )

it('has the same keys in Russian and English', () => {
  expect(keys(catalogue.ru)).toEqual(keys(catalogue.en))
})

it('fills the same places in both languages', () => {
  expect(placeholders(catalogue.ru)).toEqual(placeholders(catalogue.en))
})

it('has every plural form that Russian needs', () => {
  const forms = groupBy(
    texts(catalogue.ru).filter(([key]) => plural.test(key)),
    ([key]) => key.replace(plural, ''),
  )
  for (const [key, found] of forms) {
    const endings = found.map(([name]) => plural.exec(name)?.[1])
    expect(endings, key).toEqual(expect.arrayContaining(['one', 'few', 'many']))
  }
})

it('leaves no text empty', () => {
  expect(texts(catalogue).filter(([, text]) => !text.trim())).toEqual([])
})
