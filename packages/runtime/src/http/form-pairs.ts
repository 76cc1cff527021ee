import type { Value } from '@voronka/calculator'

/** More parameters than this, or names nested deeper, are no form that anybody fills in. */
const mostPairs = 20_000
const deepest = 8

type Branch = Map<string, Branch | string>

/**
 * Names and values of a query or a form. `list[]=1&list[]=2`, `list[0]=1` and `a[b]=c` are lists and objects, as PHP's `http_build_query` writes them; of
 * a plain name that is repeated the last value counts. Undefined: there are too many.
 */
export function readPairs(pairs: Iterable<readonly [name: string, value: string]>): Map<string, Value> | undefined {
  const root: Branch = new Map()
  let count = 0
  for (const [name, value] of pairs) {
    if (++count > mostPairs) return undefined
    put(root, pathOf(name), value.replaceAll('\0', ''))
  }
  return new Map([...root].map(([name, branch]) => [name, valueOf(branch)]))
}

/** `a[b][]` as `a`, `b`, empty. What is not written so is a name as it stands. */
function pathOf(name: string): string[] {
  const [, first, rest] = /^([^[\]]+)((?:\[[^[\]]*\])+)$/.exec(name) ?? []
  if (first === undefined || rest === undefined) return [name]
  const keys = [first, ...Array.from(rest.matchAll(/\[([^[\]]*)\]/g), ([, key]) => key ?? '')]
  return keys.length > deepest ? [name] : keys
}

function put(root: Branch, path: readonly string[], value: string): void {
  let branch = root
  for (const [depth, key] of path.entries()) {
    const name = key === '' && depth > 0 ? nextKey(branch) : key
    if (depth === path.length - 1) {
      branch.set(name, value)
      return
    }
    const known = branch.get(name)
    const next: Branch = known instanceof Map ? known : new Map()
    branch.set(name, next)
    branch = next
  }
}

const nextKey = (branch: Branch): string => String(branch.size)

function valueOf(branch: Branch | string): Value {
  if (typeof branch === 'string') return branch
  const entries = [...branch]
  const isList = entries.every(([key], index) => key === String(index))
  return isList ? entries.map(([, value]) => valueOf(value)) : new Map(entries.map(([key, value]) => [key, valueOf(value)]))
}
