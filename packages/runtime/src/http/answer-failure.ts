import type { FailureBody } from '@voronka/api'
import type { ErrorRequestHandler } from 'express'
import type { Logger } from 'pino'
import { isPassing } from '../db/storage-refused.ts'
import { Failure, failure, failureWith } from '../errors.ts'
import { ChannelClosed, Overloaded } from '../worker/contract.ts'
import { limitOf } from './body.ts'
import { requestId } from './request-log.ts'

/**
 * The one place where failures become answers: `{error: {code, message, details?}}`. What a caller did wrong is 4xx; anything unforeseen is
 * logged whole and told in one plain sentence (reliability-promises, P7.1).
 */
export const answerFailure =
  (log: Logger): ErrorRequestHandler =>
  (error, _req, res, next) => {
    const refusal = asFailure(error)
    const told = refusal ?? failureWith('internal', { request: requestId(res) })
    if (!refusal) log.error({ err: error, request: requestId(res) }, 'a request failed')
    res.locals['failure'] = told.code
    if (res.headersSent) return next(error)

    const wait = told.status === 503 ? 1 : secondsOf(told.details)
    if (wait !== undefined) res.setHeader('Retry-After', String(wait))
    // The rest of such a body is not read.
    if (told.status === 413 || told.status === 415) res.setHeader('Connection', 'close')
    const { code, message, details } = told
    const body: FailureBody = { error: { code, message, ...(details !== undefined && { details }) } }
    res.status(told.status).json(body)
  }

const whyClosed = { unknown: 'channel-not-found', closed: 'channel-closed', unpublished: 'not-published' } as const

function asFailure(error: unknown): Failure | undefined {
  if (error instanceof Failure) return error
  if (error instanceof Overloaded) return failure('overloaded')
  if (error instanceof ChannelClosed) return failure(whyClosed[error.why])
  if (!(error instanceof Error)) return undefined
  return ofBody(error) ?? ofStorage(error) ?? ofRouter(error)
}

/** The body reader names its refusals in `type`. */
function ofBody(error: Error): Failure | undefined {
  switch (textOf(error, 'type')) {
    case 'entity.parse.failed':
      return failure('bad-json')
    case 'entity.too.large':
      return failure('too-large', limitOf(Number(textOf(error, 'limit'))))
    case 'encoding.unsupported':
    case 'charset.unsupported':
      return failure('wrong-content-type')
    default:
      return undefined
  }
}

/** Locked by another program, not to be reached, or the disk is full: it passes (P4.3, P4.4). */
function ofStorage(error: Error): Failure | undefined {
  // A damaged database is only read from then on (P4.5).
  if (/^SQLITE_(CORRUPT|NOTADB|READONLY)/.test(textOf(error, 'code'))) return failure('storage-damaged')
  return isPassing(error) ? failure('storage-refused') : undefined
}

/** Express itself refuses addresses that are wrongly encoded, and bodies that end early. */
function ofRouter(error: Error): Failure | undefined {
  const status = Number(textOf(error, 'status'))
  if (!(status >= 400 && status <= 499)) return undefined
  if (status === 416) return failure('bad-range')
  return error instanceof URIError || textOf(error, 'type') === ''
    ? failure('bad-path')
    : failure('bad-request', 'The request cannot be read.')
}

/** Also of what an error has from its class. */
const textOf = (error: Error, name: string): string => String(Reflect.get(error, name) ?? '')
/** How long a caller has to wait who asked too often. */
const secondsOf = (details: unknown): number | undefined =>
  typeof details === 'object' && details !== null && 'seconds' in details ? Number(details.seconds) : undefined
