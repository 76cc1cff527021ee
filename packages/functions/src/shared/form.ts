import { isArray, toText, wellFormed, type Value } from '@voronka/calculator'

/** Names and values as a form or the query of an address writes them: percent-encoded; an array is the same name several times. */
export function formOf(fields: Iterable<readonly [name: string, value: Value]>): string {
  return Array.from(fields)
    .flatMap(([name, value]) => (isArray(value) ? value : [value]).map((each) => `${percentEncoded(name)}=${percentEncoded(toText(each))}`))
    .join('&')
}

export const percentEncoded = (text: string): string => encodeURIComponent(wellFormed(text))

/** The address with more parameters. */
export function withQuery(url: string, query: string): string {
  if (query === '') return url
  const [, address = url, fragment = ''] = /^([^#]*)(#.*)?$/s.exec(url) ?? []
  const join = !address.includes('?') ? '?' : /[?&]$/.test(address) ? '' : '&'
  return address + join + query + fragment
}
