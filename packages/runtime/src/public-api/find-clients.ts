import { asDict, compare, isArray, isDict, toNumber, toText, type Value } from '@voronka/calculator'
import { settle, type Session, type Step } from '@voronka/flow/engine'
import type { PublicCall } from './action.ts'
import { sessionsOf, type Scope } from './find-by-variable.ts'
import { fail } from './refused.ts'

/** Sessions that are looked through in one transaction, so that nobody's answer waits for all of them. */
const atOnce = 1000

type Test = (value: Value | undefined) => boolean

const formatError = () => fail(400, 'Error in parameter format')

/** Conditions by the name of a variable (http-api, section 6, `find_clients`). */
export function readConditions(q: ReadonlyMap<string, Value>): ReadonlyMap<string, Test> {
  return new Map([...q].map(([name, asked]) => [name, readTest(asked)]))
}

function readTest(asked: Value): Test {
  if (isArray(asked)) throw formatError()
  if (!isDict(asked)) return equals(asked)
  const tests = [...asked].map(([operator, value]) => readOperator(operator, value))
  if (!tests.length) throw formatError()
  return (value) => tests.every((test) => test(value))
}

const equals =
  (wanted: Value): Test =>
  (value) =>
    value !== undefined && toText(value) === toText(wanted)

function readOperator(operator: string, asked: Value): Test {
  switch (operator) {
    case '_in':
    case '_not_in': {
      const tests = (isArray(asked) ? asked : refuse()).map(equals)
      return (value) => tests.some((test) => test(value)) === (operator === '_in')
    }
    case '_not': {
      const test = equals(asked)
      return (value) => !test(value)
    }
    case '_gt':
    case '_gte':
    case '_lt':
    case '_lte':
      return compared(operator, toNumber(asked) ?? refuse())
    default:
      return refuse()
  }
}

/** What comparing the value with the limit must give. */
const signs: Readonly<Record<'_gt' | '_gte' | '_lt' | '_lte', readonly number[]>> = { _gt: [1], _gte: [0, 1], _lt: [-1], _lte: [-1, 0] }

/** Who has no number there is not among those who are meant. */
function compared(operator: keyof typeof signs, limit: Value): Test {
  return (value) => {
    const number = value === undefined ? undefined : toNumber(value)
    return number !== undefined && signs[operator].includes(compare(number, limit) ?? NaN)
  }
}

function refuse(): never {
  throw formatError()
}

/** What is known of a client without anybody having stored it, by the names that `get_variables` tells it by. */
const facts: ReadonlyMap<string, (client: Session['client']) => string> = new Map([
  ['name', ({ name }) => name],
  ['tag', ({ tag }) => tag],
  ['group', ({ group }) => group],
  ['platform_id', ({ platformId }) => platformId],
])

function valueIn({ variables, client }: Session, scope: Scope, name: string): Value | undefined {
  return variables[scope].get(name) ?? (scope === 'client' ? facts.get(name)?.(client) : undefined)
}

/** Real people of the project who meet all of the conditions, or any of them, ascending. */
export async function clientsMeeting(
  { installation, project }: PublicCall,
  conditions: ReadonlyMap<string, Test>,
  { scope, all }: { scope: Scope; all: boolean },
): Promise<number[]> {
  const { db } = installation
  const found: number[] = []
  for (let after = 0; ;) {
    const page = await db.transaction(() => pageAfter(after))
    const sessions = new Map(page.sessions)
    for (const id of page.ids) {
      const session = sessions.get(id)
      const holds = ([name, test]: readonly [string, Test]) => test(session && valueIn(session, scope, name))
      if (all ? [...conditions].every(holds) : [...conditions].some(holds)) found.push(id)
    }
    const last = page.ids.at(-1)
    if (last === undefined || page.ids.length < atOnce) return found
    after = last
  }

  function* pageAfter(after: number): Step<{ ids: number[]; sessions: [id: number, session: Session][] }> {
    const query = db.build
      .selectFrom('dialogues')
      .select('client_id')
      .where('project_id', '=', project)
      .where('test', '=', 0)
      .where('client_id', '>', after)
      .orderBy('client_id')
      .limit(atOnce)
    const ids = (yield* settle(db.all<{ client_id: number }>(query))).map(({ client_id }) => client_id)
    return { ids, sessions: yield* sessionsOf(installation, ids) }
  }
}

/** `q`: an object, or its JSON text. */
export const readQuestion = (value: Value): ReadonlyMap<string, Value> => asDict(value) ?? refuse()
