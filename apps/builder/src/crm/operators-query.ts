import { listOperators } from '@voronka/api'
import type { OperatorInfo } from '@voronka/api'
import { queryOptions } from '@tanstack/react-query'
import { call } from '../app/call.ts'

interface Operators {
  readonly operators: OperatorInfo[]
  /** The account of the person; null: a program. */
  readonly me: number | null
}

const answer = (projectId: number) =>
  queryOptions({
    queryKey: ['operators', projectId],
    queryFn: ({ signal }): Promise<Operators> => call(listOperators, { projectId }, { signal }),
  })

/** The people whom a dialogue, an order or a task can be given to. */
export const operatorsQuery = (projectId: number) => ({ ...answer(projectId), select: ({ operators }: Operators) => operators })

/** The person himself among them; undefined when he is none of them. */
export const ownOperatorQuery = (projectId: number) => ({
  ...answer(projectId),
  select: ({ operators, me }: Operators) => operators.find(({ account }) => account === me),
})
