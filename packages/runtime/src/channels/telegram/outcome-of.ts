import { GrammyError, HttpError } from 'grammy'
import type { SendOutcome } from '../../outbox/sender.ts'
import { Unreached } from './bot-api.ts'

/** What a failed call means for a message: whether it is tried again, when, and what people are told, in the words of Telegram. */
export function outcomeOf(error: unknown): Exclude<SendOutcome, { kind: 'accepted' }> {
  if (!(error instanceof GrammyError)) return { kind: 'failed', reason: reasonOf(error), unsent: causeOf(error)?.unsent }
  const { error_code: status, description: reason, parameters } = error
  const told = { reason, status, answer: reason }
  if (status === 429) return { kind: 'later', afterMs: (parameters.retry_after ?? 1) * 1000, ...told }
  if (status === 403 && gone.test(reason)) return { kind: 'unsubscribed', ...told }
  // The token may be mended, and the server may come back.
  if (status === 401 || status === 404 || status >= 500) return { kind: 'failed', ...told }
  return { kind: 'refused', ...told }
}

/** He blocked the bot, or is no more. */
const gone = /blocked by the user|user is deactivated|bot was kicked/i

/** Why, in the words of Telegram, else of whatever stood in the way. */
export function reasonOf(error: unknown): string {
  if (error instanceof GrammyError) return error.description
  return causeOf(error)?.message ?? 'unreachable'
}

function causeOf(error: unknown): Unreached | undefined {
  const cause = error instanceof HttpError ? error.error : error
  return cause instanceof Unreached ? cause : undefined
}
