import { canBeConnected, connectionKinds, mostConnections, readFields, type Connection, type ConnectionKind } from '@voronka/api'
import type { Step } from '@voronka/flow/engine'
import type { OutboundAnswer, OutboundRequest } from '@voronka/functions'
import type { AskConnection } from '../egress/caller.ts'
import { failure, failureWith } from '../errors.ts'
import type { Actor } from '../http/actor.ts'
import { endingOf, hashOf, randomToken } from '../secrets/secrets.ts'
import type { WorkContext } from '../worker/context.ts'
import type { Worker } from '../worker/contract.ts'
import type { CheckResult, ConnectionWork, OpenConnection } from './connection-work.ts'
import type { ConnectionRow, ConnectionsStore } from './connections.store.ts'
import { openConnection, placeOf, readSecrets, readSettings, type Fields, type SealedSecrets } from './open-connection.ts'

export interface Connections {
  list(project: number): Promise<Connection[]>
  /** Throws what is wrong with the fields. The other side is asked at once; what it says is in the answer. */
  create(actor: Actor, project: number, asked: { kind: string; name: string; fields: Fields }): Promise<Connection>
  change(actor: Actor, project: number, id: number, asked: Partial<{ name: string; enabled: boolean; fields: Fields }>): Promise<Connection>
  check(project: number, id: number): Promise<Connection>
  remove(actor: Actor, project: number, id: number): Promise<void>
  /** Whose addresses have this key; undefined: nobody's, or it is switched off. Inside a transaction. */
  byInbound(key: string): Step<OpenConnection | undefined>
  /** Inside a transaction. */
  byId(id: number): Step<OpenConnection | undefined>
  /** The one that scripts reach by the name of its kind, or of its family. Inside a transaction. */
  first(project: number, kind: string): Step<OpenConnection | undefined>
  readonly ask: AskConnection
  start(worker: Worker): Promise<void>
  stop(): Promise<void>
}

export interface ConnectionsParts {
  readonly store: ConnectionsStore
  readonly works: () => readonly ConnectionWork[]
  onError(error: unknown, about: Readonly<Record<string, unknown>>): void
}

const notConnected: OutboundAnswer = { status: 0, body: '', failure: 'not-connected' }

/** What projects are connected to, as people set it up and as everything else reaches it. */
export function createConnections(
  { db, clock, secrets, audit, notices }: Pick<WorkContext, 'db' | 'clock' | 'secrets' | 'audit' | 'notices'>,
  { store, works, onError }: ConnectionsParts,
): Connections {
  const workOf = (kind: string) => works().find((work) => work.kind === kind)
  const opened = (row: ConnectionRow): OpenConnection => openConnection(row, secrets)

  function* found(project: number, id: number): Step<ConnectionRow> {
    const row = yield* store.find(project, id)
    if (!row) throw failure('connection-not-found', id)
    return row
  }

  /** The first that is switched on, of the kinds in their order. */
  function* firstOf(project: number, kindOrFamily: string): Step<ConnectionRow | undefined> {
    for (const { kind, family } of connectionKinds) {
      const row = kind === kindOrFamily || family === kindOrFamily ? yield* store.first(project, kind) : undefined
      if (row) return row
    }
    return undefined
  }

  function sealedOf(row: Pick<ConnectionRow, 'project_id' | 'id'>, entered: Readonly<Record<string, string>>): SealedSecrets {
    const each = Object.entries(entered).map(
      ([name, secret]) => [name, { sealed: secrets.seal(secret, placeOf(row, name)), ending: endingOf(secret) }] as const,
    )
    return Object.fromEntries(each)
  }

  function shown(row: ConnectionRow): Connection {
    const endings = Object.entries(readSecrets(row)).map(([name, { ending }]) => [name, ending] as const)
    return {
      id: row.id,
      kind: row.kind,
      name: row.name,
      enabled: row.enabled === 1,
      settings: readSettings(row),
      secrets: Object.fromEntries(endings),
      checked: row.checked === null ? null : JSON.parse(row.checked),
      inbound: { ...workOf(row.kind)?.inbound?.(opened(row)) },
      createdAt: new Date(row.created_at).toISOString(),
    }
  }

  /** Everybody who keeps something of it looks anew. */
  async function tellChanged(project: number, id: number, kind: string): Promise<void> {
    await hearChanged(id, kind)
    notices.tell({ type: 'connections', project, id, kind })
  }

  async function hearChanged(id: number, kind: string): Promise<void> {
    const work = workOf(kind)
    if (!work?.changed) return
    const row = await db.transaction(() => store.byId(id))
    work.changed(id, row?.enabled === 1 ? opened(row) : undefined)
  }

  notices.hear((notice) => {
    if (notice.type === 'connections')
      hearChanged(notice.id, notice.kind).catch((error: unknown) => onError(error, { what: 'connection', connection: notice.id }))
  })

  /** Asks the other side, outside of every transaction, and keeps what it said. */
  async function checked(row: ConnectionRow): Promise<Connection> {
    const result: CheckResult = (await workOf(row.kind)?.check(opened(row))) ?? { ok: true, reason: '', facts: {} }
    const text = JSON.stringify({ at: new Date(clock.now()).toISOString(), ...result })
    await db.transaction(() => store.change(row.id, { checked: text }))
    return shown({ ...row, checked: text })
  }

  /** The one that it names, else the oldest. */
  function* asked(project: number, { through = '', account }: OutboundRequest): Step<ConnectionRow | undefined> {
    const named = account === undefined ? undefined : yield* workOf(through)?.named?.(project, account) ?? nobody()
    const row = named === undefined ? undefined : yield* store.find(project, named)
    return row?.enabled === 1 ? row : yield* firstOf(project, through)
  }

  return {
    list: async (project) => (await db.transaction(() => store.list(project))).map(shown),

    async create(actor, project, { kind: name, name: title, fields }) {
      const kind = kindOf(name)
      const { settings, secrets: entered } = accepted(kind, fields)
      const row = await db.transaction(function* () {
        yield* db.claim(`connections of project ${project}`)
        const others = yield* store.list(project)
        if (others.length >= mostConnections) throw failure('too-many-connections', mostConnections)
        if (!canBeConnected(kind, others)) throw failure('connection-exists')
        const key = randomToken()
        const added = yield* store.add({
          project_id: project,
          kind: name,
          name: title,
          enabled: 1,
          settings: JSON.stringify(settings),
          secrets: '{}',
          inbound: '',
          inbound_hash: hashOf(key),
          checked: null,
          created_at: clock.now(),
        })
        const sealed = { secrets: JSON.stringify(sealedOf(added, entered)), inbound: secrets.seal(key, placeOf(added, 'inbound')) }
        yield* store.change(added.id, sealed)
        yield* audit(actor, { action: 'connection.created', project, subject: subjectOf(added), after: settings })
        yield* workOf(name)?.connected?.(opened({ ...added, ...sealed })) ?? nothing()
        return { ...added, ...sealed }
      })
      const answer = await checked(row)
      await tellChanged(project, row.id, row.kind)
      return answer
    },

    async change(actor, project, id, { name, enabled, fields }) {
      const row = await db.transaction(function* () {
        yield* db.claim(`connections of project ${project}`)
        const before = yield* found(project, id)
        const old = readSecrets(before)
        const read = fields && accepted(kindOf(before.kind), fields, readSettings(before), Object.keys(old))
        const changes = {
          ...(name !== undefined && { name }),
          ...(enabled !== undefined && { enabled: Number(enabled) }),
          ...(read && {
            settings: JSON.stringify(read.settings),
            secrets: JSON.stringify({ ...old, ...sealedOf(before, read.secrets) }),
          }),
        }
        yield* store.change(id, changes)
        const after = { ...before, ...changes }
        if (after.enabled !== before.enabled) yield* workOf(after.kind)?.switched?.(opened(after)) ?? nothing()
        yield* audit(actor, {
          action: 'connection.changed',
          project,
          subject: subjectOf(after),
          before: { ...readSettings(before), enabled: before.enabled === 1 },
          after: {
            ...readSettings(after),
            enabled: after.enabled === 1,
            ...(read && Object.keys(read.secrets).length && { secret: 'changed' }),
          },
        })
        return after
      })
      const answer = fields || enabled === true ? await checked(row) : shown(row)
      await tellChanged(project, id, row.kind)
      return answer
    },

    check: async (project, id) => checked(await db.transaction(() => found(project, id))),

    async remove(actor, project, id) {
      const row = await db.transaction(function* () {
        yield* db.claim(`connections of project ${project}`)
        const before = yield* found(project, id)
        yield* workOf(before.kind)?.disconnected?.(opened(before)) ?? nothing()
        yield* store.remove(id)
        yield* audit(actor, { action: 'connection.removed', project, subject: subjectOf(before), before: readSettings(before) })
        return before
      })
      await tellChanged(project, id, row.kind)
    },

    *byInbound(key) {
      const row = yield* store.byInbound(hashOf(key))
      return row?.enabled === 1 ? opened(row) : undefined
    },

    *byId(id) {
      const row = yield* store.byId(id)
      return row && opened(row)
    },

    *first(project, kind) {
      const row = yield* firstOf(project, kind)
      return row && opened(row)
    },

    async ask(project, request, key) {
      const row = await db.transaction(() => asked(project, request))
      return (row && (await workOf(row.kind)?.ask?.(opened(row), request, key))) ?? notConnected
    },

    async start(worker) {
      for (const work of works()) {
        if (!work.start) continue
        const rows = await db.transaction(() => store.enabledOf(work.kind))
        work.start(rows.map(opened), worker)
      }
    },

    async stop() {
      await Promise.all(works().map((work) => work.stop?.()))
    },
  }
}

function* nothing(): Step<void> {}
function* nobody(): Step<undefined> {}

const subjectOf = ({ kind, name }: Pick<ConnectionRow, 'kind' | 'name'>): string => (name ? `${name} (${kind})` : kind)

function kindOf(name: string): ConnectionKind {
  const kind = connectionKinds.find((each) => each.kind === name)
  if (!kind) throw failure('connection-kind-unknown', name)
  return kind
}

/** Throws what is wrong, field by field. */
function accepted(kind: ConnectionKind, entered: Fields, before?: Fields, kept?: readonly string[]) {
  const read = readFields(kind, entered, before, kept)
  if (read.problems.length === 0) return read
  const problems = read.problems.map(({ field, problem }) => ({ in: 'body', path: `fields.${field}`, message: says[problem] }))
  throw failureWith('bad-request', { problems }, problems.map(({ path, message }) => `${path}: ${message}`).join('; '))
}

const says = { required: 'This is needed.', wrong: 'This cannot be used here.', unknown: 'There is no such field.' } as const
