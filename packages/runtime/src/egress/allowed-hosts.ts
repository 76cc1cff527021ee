import { settle, type Step } from '@voronka/flow/engine'
import { failureWith } from '../errors.ts'
import type { Db } from '../db/contract.ts'
import type { Audit } from '../audit/audit.store.ts'
import type { Actor } from '../http/actor.ts'
import type { Clock } from '../worker/contract.ts'
import { readAllowedHost, type AllowedHost } from './allow-list.ts'

export interface AllowedHostsOf {
  /** Everything that a project may call although it is not public. */
  of(project: number): Promise<readonly AllowedHost[]>
  shown(project: number): Promise<{ hosts: string[]; ofServer: string[] }>
  change(actor: Actor, project: number, name: string, hosts: readonly string[]): Promise<{ hosts: string[]; ofServer: string[] }>
}

/** Hosts that are called although they are not public: those of the server's configuration, and for each project those that an owner of the server gave it. */
export function createAllowedHosts(
  { db, clock, audit }: { readonly db: Db; readonly clock: Clock; readonly audit: Audit },
  ofServer: readonly AllowedHost[],
): AllowedHostsOf {
  const own = db.prepare((build, { project }: { project: number }) =>
    build.selectFrom('egress_allowed').select('host').where('project_id', '=', project).orderBy('host'),
  )
  function* stored(project: number): Step<string[]> {
    return (yield* settle(own.all({ project }))).map(({ host }) => host)
  }
  const shown = (hosts: readonly string[]) => ({ hosts: [...hosts], ofServer: ofServer.map(({ text }) => text) })

  return {
    async of(project) {
      const hosts = await db.transaction(() => stored(project))
      return hosts.length ? [...ofServer, ...hosts.flatMap((host) => readAllowedHost(host) ?? [])] : ofServer
    },
    shown: async (project) => shown(await db.transaction(() => stored(project))),
    change(actor, project, name, written) {
      const wanted = Array.from(new Set(written.map(readEntry))).sort()
      return db.transaction(function* () {
        const before = yield* stored(project)
        yield* settle(db.run(db.build.deleteFrom('egress_allowed').where('project_id', '=', project)))
        const rows = wanted.map((host) => ({ project_id: project, host, added_at: clock.now() }))
        if (rows.length) yield* settle(db.run(db.build.insertInto('egress_allowed').values(rows)))
        if (before.join(' ') !== wanted.join(' '))
          yield* audit(actor, { action: 'hosts.changed', project, subject: name, before: before.join(', '), after: wanted.join(', ') })
        return shown(wanted)
      })
    },
  }
}

function readEntry(written: string, index: number): string {
  const entry = readAllowedHost(written)
  if (entry) return entry.text
  const message = `"${written}" is no host name, address or range.`
  throw failureWith('bad-request', { problems: [{ in: 'body', path: `hosts[${index}]`, message }] }, message)
}
