import type { CompiledQuery } from 'kysely'

class Placeholder {
  readonly name: string
  constructor(name: string) {
    this.name = name
  }
}

/**
 * Compiles a query once although its values come later: it is built with a mark in the place of each value, and `bind` puts the values where the
 * marks came out. Only for queries that use their parameters as plain values.
 */
export function placeholders<Params extends object>(
  compile: (params: Params) => CompiledQuery,
): { sql: string; bind(params: Params): unknown[] } {
  const marks = new Proxy({} as Params, { get: (_target, name) => new Placeholder(String(name)) })
  const { sql, parameters } = compile(marks)
  const bound = [...parameters]
  const places = bound.flatMap((value, index) => (value instanceof Placeholder ? [{ index, name: value.name as keyof Params }] : []))
  return {
    sql,
    bind(params) {
      const values = bound.slice()
      for (const { index, name } of places) values[index] = params[name]
      return values
    },
  }
}
