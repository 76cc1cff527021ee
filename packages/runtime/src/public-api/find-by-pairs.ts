import { toText, type Value } from '@voronka/calculator'
import type { Step } from '@voronka/flow/engine'
import { settle } from '@voronka/flow/engine'
import type { PublicCall } from './action.ts'
import { withValue, type Scope } from './find-by-variable.ts'
import type { Parameters } from './parameters.ts'
import { fail, required } from './refused.ts'

type Pair = readonly [name: string, value: string]

const mostPairs = 3

/** `var` and `val`, each up to three times. */
export function readPairs(params: Parameters): readonly Pair[] {
  const [names, values] = [params.list('var'), params.list('val')]
  if (!names?.length) throw required('var')
  if (!values?.length) throw required('val')
  if (names.length !== values.length) throw fail(400, 'Parameters "var" and "val" must be as many')
  if (names.length > mostPairs) throw fail(400, `More than ${mostPairs} variables`)
  return names.map((name, index) => [toText(name), toText(values[index] ?? null)])
}

/** Whatever else the caller names: `city=Riga`. */
export function readOwnPairs(params: Parameters): readonly Pair[] {
  const pairs = params.entries.map(([name, value]: readonly [string, Value]) => [name, toText(value)] as const)
  const own = pairs.filter(([name]) => name !== 'project_id' && name !== 'bot_id')
  if (!own.length) throw fail(400, 'Variables are not specified')
  if (own.length > mostPairs) throw fail(400, `More than ${mostPairs} variables`)
  return own
}

/** Those who have all of them, ascending; of the account `group` only. */
export async function clientsWith(
  { installation, project }: PublicCall,
  pairs: readonly Pair[],
  { scopes, group }: { scopes: readonly Scope[]; group?: string | undefined },
): Promise<number[]> {
  await installation.search.catchUp()
  return installation.db.transaction(function* () {
    let found: number[] | undefined
    for (const [name, value] of pairs) {
      const those = new Set<number>(yield* withValue(installation, project, { name: bare(name), value, scopes: scopesOf(name, scopes) }))
      found = found ? found.filter((id) => those.has(id)) : [...those]
    }
    return group === undefined ? (found ?? []) : yield* ofGroup(found ?? [], group)
  })

  function* ofGroup(ids: readonly number[], name: string): Step<number[]> {
    const query = installation.db.build
      .selectFrom('channels')
      .select('key')
      .where('project_id', '=', project)
      .where((eb) => eb.or([eb('name', '=', name), eb('key', '=', name)]))
    const keys = new Set((yield* settle(installation.db.all<{ key: string }>(query))).map(({ key }) => key))
    const those: number[] = []
    for (const id of ids) if (keys.has((yield* installation.clients.find(id))?.channel ?? '')) those.push(id)
    return those
  }
}

/** `client.x` names the scope itself. */
const bare = (name: string): string => name.replace(/^(client|клиент)\./, '')
const scopesOf = (name: string, usual: readonly Scope[]): readonly Scope[] => (bare(name) === name ? usual : ['client'])
