import { isDict, type Dict, type Value } from '@voronka/calculator'
import type { ClientFacts, Pending, Session } from './contract.ts'

/**
 * A session as one compact text: one JSON.stringify and one JSON.parse. Values keep their kinds: dicts their order and any key, whole numbers
 * beyond 15 digits every digit. Pending entries are not in it: the runtime keeps them in its own table.
 */
export function sessionToJson(session: Session): string {
  const { client: c, variables, visited, answered, travelled } = session
  const stored: Stored = [
    formatVersion,
    [c.id, c.name, c.fullName, c.avatar, c.platformId, c.clientType, c.messenger, c.group, c.tag, c.createdAt],
    session.position,
    packAll(variables.order),
    packAll(variables.client),
    session.order,
    [...visited],
    [...answered],
    [...travelled],
    session.nextPending,
    (session.unsubscribed ? 1 : 0) | (session.blocked ? 2 : 0) | (session.waiting ? 4 : 0),
    session.pausedUntil,
    session.lastMessageAt,
    session.received,
    session.question,
    session.attachments,
    session.recentBlocks,
  ]
  return JSON.stringify(stored)
}

/** The session that `sessionToJson` wrote, with its pending entries. Throws when the text is from another version. */
export function sessionFromJson(json: string, pending: readonly Pending[]): Session {
  const stored: Stored = JSON.parse(json)
  if (stored[0] !== formatVersion)
    throw new Error(`This session is of version ${String(stored[0])}; this program reads version ${formatVersion}.`)
  const [, client, position, order, own, orderNumber, visited, answered, travelled, nextPending, flags, ...rest] = stored
  const [pausedUntil, lastMessageAt, received, question, attachments, recentBlocks] = rest
  return {
    client: readClient(client),
    position,
    variables: { order: unpackAll(order), client: unpackAll(own) },
    order: orderNumber,
    visited: new Set(visited),
    answered: new Set(answered),
    travelled: new Set(travelled),
    pending,
    nextPending,
    unsubscribed: (flags & 1) !== 0,
    blocked: (flags & 2) !== 0,
    waiting: (flags & 4) !== 0,
    pausedUntil,
    lastMessageAt,
    received,
    question,
    attachments,
    recentBlocks,
  }
}

/** A value as text; equal values have equal texts. */
export function packedText(value: Value): string {
  return JSON.stringify(pack(value))
}

const formatVersion = 1

/** A value as JSON: scalars and arrays as they are, a dict as `{"d": [key, value, ...]}`, a long whole number as `{"n": "digits"}`. */
type Packed = null | boolean | number | string | readonly Packed[] | { readonly d: readonly Packed[] } | { readonly n: string }

type StoredClient = readonly [number, string, string, string, string, number, string, string, string, number]

type Stored = readonly [
  version: typeof formatVersion,
  client: StoredClient,
  position: number | null,
  orderVariables: readonly Packed[],
  clientVariables: readonly Packed[],
  order: number | null,
  visited: readonly number[],
  answered: readonly number[],
  travelled: readonly number[],
  nextPending: number,
  flags: number,
  pausedUntil: number | null,
  lastMessageAt: number | null,
  received: number,
  question: string,
  attachments: readonly string[],
  recentBlocks: readonly number[],
]

function readClient([id, name, fullName, avatar, platformId, clientType, messenger, group, tag, createdAt]: StoredClient): ClientFacts {
  return { id, name, fullName, avatar, platformId, clientType, messenger, group, tag, createdAt }
}

/** Names and values in turn. */
function packAll(values: Dict): Packed[] {
  const packed: Packed[] = []
  for (const [name, value] of values) packed.push(name, typeof value === 'object' || typeof value === 'bigint' ? pack(value) : value)
  return packed
}

function pack(value: Value): Packed {
  if (typeof value === 'bigint') return { n: String(value) }
  if (typeof value !== 'object' || value === null) return value
  return isDict(value) ? { d: packAll(value) } : value.map(pack)
}

function unpackAll(packed: readonly Packed[]): Map<string, Value> {
  const values = new Map<string, Value>()
  for (let at = 0; at < packed.length; at += 2) values.set(String(packed[at]), unpack(packed[at + 1] ?? null))
  return values
}

function unpack(packed: Packed): Value {
  if (typeof packed !== 'object' || packed === null) return packed
  if (isPackedArray(packed)) return packed.map(unpack)
  return 'd' in packed ? unpackAll(packed.d) : BigInt(packed.n)
}

function isPackedArray(packed: Packed): packed is readonly Packed[] {
  return Array.isArray(packed)
}
