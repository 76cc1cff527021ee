import { honoursIdempotencyKey, idempotencyHeader, idempotencyKeySchema, type Endpoint } from '@voronka/api'
import { settle, type Step } from '@voronka/flow/engine'
import type { Request, Response } from 'express'
import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto'
import type { Db } from '../db/contract.ts'
import { failure } from '../errors.ts'
import type { Installation } from '../installation.ts'
import type { Actor } from './actor.ts'

/** A call that is being worked off longer than this will not be answered any more: its server stopped in the middle of it. */
const longestCallMs = 60_000

/** A repeat whose first call runs in another process looks for its answer so often, with such pauses, before it is told to come back. */
const mostLooks = 20
const pauseMs = 100

/** How long an answer is kept for a caller who asks again (reliability-promises, P1.5). */
export const keptMs = 24 * 3_600_000

/** Calls of this process that are being worked off: their repeats wait for the answer. */
const running = new WeakMap<Db, Map<string, Promise<string>>>()

/**
 * Answers a call with an `Idempotency-Key` once: whoever asks again - later, at the same time, or of another process - gets the stored answer. The row
 * of the key is taken before the work and holds the work's place; where the work was refused or failed it is given back, so that the call can be tried
 * again. Undefined: the call has no key, or is none that honours it.
 */
export function answeredOnce(
  endpoint: Endpoint,
  req: Request,
  res: Response,
  { installation, actor }: { installation: Installation; actor: Actor },
  work: () => Promise<unknown>,
): Promise<string> | undefined {
  if (!honoursIdempotencyKey(endpoint)) return undefined
  const content = () => `${req.method} ${req.originalUrl}\n${JSON.stringify(req.body) ?? ''}`
  return answeredOnceTo(installation, { actor: nameOf(actor), content }, req, res, work)
}

/** The same for who is known otherwise. `content`: what makes a call that call and no other; asked for only where there is a key. */
export function answeredOnceTo(
  installation: Pick<Installation, 'db' | 'clock'>,
  { actor, content }: { readonly actor: string; content(): string },
  req: Request,
  res: Response,
  work: () => Promise<unknown>,
): Promise<string> | undefined {
  const sent = req.headers[idempotencyHeader.toLowerCase()]
  if (sent === undefined) return undefined
  const key = idempotencyKeySchema.safeParse(sent)
  if (!key.success) throw failure('bad-request', `${idempotencyHeader}: ${key.error.issues[0]?.message ?? ''}`)
  // With the key in it, so that a guessed body (a password) cannot be tried against what is stored.
  const call = { actor, secret: key.data, hash: digest(key.data), content: digest(`${key.data}\n${content()}`) }
  return once(installation, call, res, work)
}

interface Call {
  readonly actor: string
  readonly secret: string
  readonly hash: string
  readonly content: string
}

async function once(
  installation: Pick<Installation, 'db' | 'clock'>,
  call: Call,
  res: Response,
  work: () => Promise<unknown>,
  looks = mostLooks,
): Promise<string> {
  const { db, clock } = installation
  const own = running.get(db) ?? new Map<string, Promise<string>>()
  running.set(db, own)
  const place = `${call.actor} ${call.hash}`
  const found = await db.transaction(() => claim(db, call, clock.now()))
  if (found) {
    if (found.content !== call.content) throw failure('idempotency-key-used')
    res.setHeader('Idempotency-Replayed', 'true')
    const waiting = own.get(place)
    if (found.answer !== null) return decrypted(found.answer, call.secret)
    if (waiting) return waiting
    if (clock.now() - found.at >= longestCallMs) throw failure('idempotent-call-cut')
    if (!looks) throw failure('idempotent-call-running')
    // Another process works on it, or this one has taken the place a moment ago.
    await new Promise((resolve) => setTimeout(resolve, pauseMs))
    return once(installation, call, res, work, looks - 1)
  }
  const answer = carriedOut(db, call, work)
  own.set(place, answer)
  return answer.finally(() => own.delete(place))
}

/** Takes the place of the call; gives the row of who took it before. */
function* claim(db: Db, { actor, hash, content }: Call, now: number): Step<Row | undefined> {
  const { build } = db
  const table = build.deleteFrom('idempotent_calls').where('actor', '=', actor).where('key_hash', '=', hash)
  yield* settle(db.run(table.where('at', '<=', now - keptMs)))
  const taken = yield* settle(
    db.run(
      build
        .insertInto('idempotent_calls')
        .values({ actor, key_hash: hash, content, answer: null, at: now })
        .onConflict((conflict) => conflict.doNothing()),
    ),
  )
  if (taken.changes === 1) return undefined
  const query = build.selectFrom('idempotent_calls').select(['content', 'answer', 'at'])
  const row = yield* settle(db.first<Row>(query.where('actor', '=', actor).where('key_hash', '=', hash)))
  if (!row) throw new Error('The place of a call is taken by nobody.')
  return row
}

interface Row {
  readonly content: string
  readonly answer: string | null
  readonly at: number
}

async function carriedOut(db: Db, { actor, secret, hash }: Call, work: () => Promise<unknown>): Promise<string> {
  const mine = <Q extends { where(column: 'actor' | 'key_hash', sign: '=', value: string): Q }>(query: Q): Q =>
    query.where('actor', '=', actor).where('key_hash', '=', hash)
  let answer: string
  try {
    answer = JSON.stringify(await work())
  } catch (error) {
    await db.transaction(() => settle(db.run(mine(db.build.deleteFrom('idempotent_calls')))))
    throw error
  }
  const stored = encrypted(answer, secret)
  await db.transaction(() => settle(db.run(mine(db.build.updateTable('idempotent_calls').set({ answer: stored })))))
  return answer
}

const nameOf = ({ kind, account, key }: Actor): string => `${kind}:${account ?? key ?? ''}`

const digest = (text: string): string => createHash('sha256').update(text).digest('base64url')

/** An answer may show a secret once (a new API key), so at rest only who knows the key of the call can read it. */
const cipherKey = (secret: string, salt: Buffer): Buffer => Buffer.from(hkdfSync('sha256', secret, salt, 'voronka idempotent call', 32))

function encrypted(text: string, secret: string): string {
  const salt = randomBytes(16)
  const cipher = createCipheriv('aes-256-gcm', cipherKey(secret, salt), salt.subarray(0, 12))
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([salt, cipher.getAuthTag(), body]).toString('base64url')
}

function decrypted(stored: string, secret: string): string {
  const bytes = Buffer.from(stored, 'base64url')
  const salt = bytes.subarray(0, 16)
  const cipher = createDecipheriv('aes-256-gcm', cipherKey(secret, salt), salt.subarray(0, 12))
  cipher.setAuthTag(bytes.subarray(16, 32))
  return Buffer.concat([cipher.update(bytes.subarray(32)), cipher.final()]).toString('utf8')
}
