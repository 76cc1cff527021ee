import { csrfHeader, id, sections, type Access } from '@voronka/api'
import { drive } from '@voronka/flow/engine'
import type { Request, RequestHandler } from 'express'
import { timingSafeEqual } from 'node:crypto'
import type { PresentedKey } from '../api-keys/api-keys.store.ts'
import { csrfTokenOf } from '../accounts/me.ts'
import type { Session } from '../accounts/sessions.store.ts'
import type { Settings } from '../config/settings.ts'
import { failure, failureWith } from '../errors.ts'
import type { Installation } from '../installation.ts'
import { insideProject, nobody, outsideProjects, type Actor } from './actor.ts'
import { isRecognised, readSessionCookie, remember, setSessionCookie, type Call } from './call.ts'
import { addressOf, createDoor, isReading } from './door.ts'
import { createRateLimit, networkOf, type RateLimit } from './rate-limit.ts'

/** What a guard needs to know of the route that it stands before. */
export interface GuardedRoute {
  readonly access: Access
  readonly path: string
  /** Answers although nobody owns the installation yet. */
  readonly beforeSetUp?: boolean
  /** Reaches a project that is in the bin. */
  readonly inBin?: boolean
}

export type Guard = (route: GuardedRoute) => RequestHandler

/** Calls of a program, and calls without an account, before they have to wait. */
export const keyRate = { perSecond: 50, burst: 200 }
const publicRate = { perSecond: 2, burst: 120 }

/** Who a request says that it comes from, and what proves it. */
type Caller =
  | { readonly kind: 'nobody' }
  | { readonly kind: 'person'; readonly session: Session }
  | { readonly kind: 'key'; readonly key: PresentedKey }

/**
 * The one guard of all routes (reliability-promises, P8.2-P8.4, P8.8). It belongs to its route, so that both read the same path, and goes by the
 * `access` of the endpoint: what is not allowed there is refused. People are known by the cookie of their session, programs by their key alone: a call
 * with a key reads no cookie. A project that one does not belong to is answered like one that is not there.
 */
export function createGuard(installation: Installation, settings: Settings): Guard {
  const door = createDoor(settings)
  const { accounts, clock } = installation
  const limits = { key: createRateLimit(keyRate), public: createRateLimit(publicRate) }
  const identify = identifier(installation)

  return (route) => async (req, res, next) => {
    if (isRecognised(req)) return next()
    const { path } = route
    door.check(req)
    if (!route.beforeSetUp && !(await accounts.owned())) throw failure('set-up-needed')
    const address = addressOf(req)
    const project = projectOf(route, req)
    const about = (session: Session | undefined, cookie: string): Call => ({
      address,
      browser: req.headers['user-agent'] ?? '',
      session,
      cookie,
      setSession: (fresh) => setSessionCookie(res, fresh, door.isSecure(req)),
    })

    if (route.access === 'anybody') {
      if (!isReading(req)) door.checkOrigin(req, 'be ours if there is one')
      refuseTooMany(limits.public, networkOf(address), clock.now())
      remember(req, { path, actor: { ...nobody, address }, call: about(undefined, ''), again: async () => nobody })
      return next()
    }

    const cookie = readSessionCookie(req) ?? ''
    const caller = await identify(req, cookie, address)
    if (caller.kind === 'key') refuseTooMany(limits.key, String(caller.key.id), clock.now())
    if (caller.kind === 'person' && !isReading(req)) {
      door.checkOrigin(req, 'be ours')
      if (!isSame(String(req.headers[csrfHeader] ?? ''), csrfTokenOf(cookie))) throw failure('no-token')
    }
    const actor = await permit(installation, route, caller, { address, project })
    const session = caller.kind === 'person' ? caller.session : undefined
    const again = async () => permit(installation, route, await identify(req, cookie, address), { address, project }).catch(() => undefined)
    remember(req, { path, actor, call: about(session, cookie), again })
    next()
  }
}

export function refuseTooMany(limit: RateLimit, caller: string, now: number): void {
  const seconds = limit.take(caller, now)
  if (seconds) throw failureWith('too-many-requests', { seconds })
}

function projectOf({ path }: GuardedRoute, { params }: Request): number | undefined {
  if (!path.includes(':projectId')) return undefined
  const read = id.safeParse(params['projectId'])
  if (read.success) return read.data
  const problem = { in: 'path', path: 'projectId', message: read.error.issues[0]?.message ?? '' }
  throw failureWith('bad-request', { problems: [problem] }, `projectId: ${problem.message}`)
}

const bearer = /^bearer +(\S+)$/i

/** Whose the key or the session of a request is, as things are now: what was ended a moment ago is nobody's. */
function identifier({ db, clock, sessionsStore, keysStore }: Installation) {
  // When it was used last is for people to read: that it cannot be written is no reason to refuse.
  const note = (work: Parameters<typeof db.transaction>[0]) => void db.transaction(work).catch(() => undefined)

  return async ({ headers }: Request, cookie: string, address: string): Promise<Caller> => {
    const now = clock.now()
    if (headers.authorization !== undefined) {
      const secret = bearer.exec(headers.authorization)?.[1]
      const key = secret === undefined ? undefined : await drive(keysStore.present(secret, now))
      if (!key) throw failure('wrong-key')
      if (key.stale) note(() => keysStore.used(key.id, now))
      return { kind: 'key', key }
    }
    const session = cookie === '' ? undefined : await drive(sessionsStore.find(cookie, now))
    if (!session) return { kind: 'nobody' }
    if (session.stale) note(() => sessionsStore.used(session, address, now))
    return { kind: 'person', session }
  }
}

/** Who the caller is in the project of the call; throws when the route is not for him. */
async function permit(
  { membersStore }: Installation,
  { access, inBin = false }: GuardedRoute,
  caller: Caller,
  { address, project }: { address: string; project: number | undefined },
): Promise<Actor> {
  if (caller.kind === 'nobody') throw failure('not-signed-in')
  const who =
    caller.kind === 'key'
      ? ({ kind: 'key', account: null, email: '', name: caller.key.name, address, key: caller.key.id } as const)
      : ({
          kind: 'person',
          account: caller.session.account,
          email: caller.session.email,
          name: caller.session.name,
          address,
          key: null,
        } as const)
  const personOnly =
    access === 'person' || access === 'installation' || access === 'owner' || (typeof access === 'object' && access.by === 'person')

  if (project === undefined) {
    if (personOnly && caller.kind === 'key') throw failure('not-for-keys')
    if (access === 'installation' && !(caller.kind === 'person' && caller.session.installationOwner)) throw failure('not-allowed')
    if (access !== 'person' && access !== 'installation') throw failure('not-allowed')
    return outsideProjects(who)
  }

  const membership =
    caller.kind === 'key'
      ? caller.key.project === project && { owner: false, name: '', permissions: caller.key.permissions }
      : await drive(membersStore.membership(project, caller.session.account, inBin))
  if (!membership) throw failure('project-not-found', project)
  if (personOnly && caller.kind === 'key') throw failure('not-for-keys')
  const actor = insideProject({ ...who, name: membership.name || who.name || who.email }, membership.permissions)
  if (!opens(access, actor, membership.owner)) throw failure('not-allowed')
  return actor
}

function opens(access: Access, actor: Actor, owner: boolean): boolean {
  if (access === 'project') return true
  if (access === 'owner') return owner
  if (access === 'editing') return sections.some((section) => actor.may(section, 'edit'))
  if (typeof access === 'string') return false
  return actor.may(access.section, access.level) && (access.right === undefined || actor.has(access.right))
}

const isSame = (a: string, b: string): boolean => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))
