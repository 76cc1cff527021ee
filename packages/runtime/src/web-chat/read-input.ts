import type { Endpoint } from '@voronka/api'
import type { Request } from 'express'
import { failureWith } from '../errors.ts'

/** What the contract says a request holds; a refusal names each field and what is wrong with it. */
export function readInput<In>(endpoint: Endpoint<In>, { params, query }: Request, body?: unknown): In {
  const read = endpoint.read({ params, query, body })
  if (read.ok) return read.input
  const [first] = read.problems
  throw failureWith('bad-request', { problems: read.problems }, first ? `${first.path}: ${first.message}` : 'The request cannot be read.')
}
