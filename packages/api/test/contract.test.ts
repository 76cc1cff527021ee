import { describe, expect, it } from 'vitest'
import { allEndpoints } from '../src/index.ts'
import { cases } from './contract/all.ts'
import type { Sent } from './contract/case.ts'

it('has a case for every endpoint', () => {
  expect(Object.keys(cases).sort()).toEqual(allEndpoints.map(({ name }) => name).sort())
})

it('gives every endpoint a name and an address of its own', () => {
  const addresses = allEndpoints.map(({ method, path }) => `${method} ${path.replace(/:\w+/g, ':')}`)
  expect(new Set(addresses).size).toBe(allEndpoints.length)
  expect(new Set(allEndpoints.map(({ name }) => name)).size).toBe(allEndpoints.length)
})

describe.each(allEndpoints.map((endpoint) => ({ endpoint, name: endpoint.name })))('$name', ({ endpoint, name }) => {
  const { good, bad } = cases[name] ?? { good: {}, bad: [] }
  const read = ({ params = {}, query = {}, body }: Sent) => endpoint.read({ params, query, body })

  it('reads what a caller may send', () => {
    expect(read(good)).toMatchObject({ ok: true })
  })

  it('passes over fields that it does not know', () => {
    const extra = { nobody: 'knows' }
    const result = read({
      params: { ...good.params, ...extra },
      query: { ...good.query, ...extra },
      body: Object.assign({}, good.body, extra),
    })
    expect(result.ok && result.input).not.toHaveProperty('nobody')
  })

  it('names every field that it refuses', () => {
    for (const [sent, ...fields] of bad) {
      const result = read(sent)
      expect(result.ok ? [] : [...new Set(result.problems.map(({ path }) => path))], JSON.stringify(sent)).toEqual(fields)
    }
  })

  it('names each part of its path as a parameter', () => {
    const inPath = [...endpoint.path.matchAll(/:(\w+)/g)].map(([, part]) => part)
    expect(Object.keys(endpoint.params.shape).sort()).toEqual(inPath.sort())
  })
})
