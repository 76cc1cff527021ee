import * as contract from '@voronka/api'
import type { Step } from '@voronka/flow/engine'
import { failure } from '../errors.ts'
import type { Route } from '../http/answer.ts'
import { answerInProject } from '../http/answer-in-project.ts'
import type { Installation } from '../installation.ts'
import { zoneOfProject } from '../worker/project-settings.ts'
import { momentsOf } from './day-start.ts'
import { siteKey } from './lead-names.store.ts'
import { leadStatus, type LeadFilter } from './leads.store.ts'

const ok = { ok: true } as const

/** Every endpoint of `packages/api/src/leads.ts`. */
export const leadRoutes: readonly Route[] = [
  answerInProject(contract.listLeads, async ({ projectId, cursor, ...asked }, installation) => {
    const filter = await installation.db.transaction(() => filterOf(installation, projectId, asked))
    if (cursor !== undefined && !/^[1-9][0-9]{0,14}$/.test(cursor)) throw failure('bad-request', 'cursor: not from an answer')
    return installation.leadsDesk.list(projectId, filter, cursor === undefined ? undefined : Number(cursor))
  }),
  answerInProject(contract.countLeads, ({ projectId }, { leadsDesk }) => leadsDesk.counts(projectId)),
  answerInProject(contract.getLead, ({ projectId, lead }, { leadsDesk }) => leadsDesk.get(projectId, lead)),
  answerInProject(contract.takeLead, ({ projectId, ...which }, { leadsDesk }, actor) => leadsDesk.take(projectId, actor, which)),
  answerInProject(contract.assignLead, ({ projectId, ...which }, { leadsDesk }, actor) => leadsDesk.assign(projectId, actor, which)),
  answerInProject(contract.closeLead, ({ projectId, ...which }, { leadsDesk }, actor) => leadsDesk.close(projectId, actor, which)),
  answerInProject(contract.reopenLead, ({ projectId, ...which }, { leadsDesk }, actor) => leadsDesk.reopen(projectId, actor, which)),
  answerInProject(contract.processLead, ({ projectId, lead, ...asked }, { leadsDesk }, actor) =>
    leadsDesk.process(projectId, actor, lead, asked),
  ),
  answerInProject(contract.getLeadSettings, ({ projectId }, { leadsDesk }) => leadsDesk.getSettings(projectId)),
  answerInProject(contract.setLeadSettings, ({ projectId, ...asked }, { leadsDesk }, actor) =>
    leadsDesk.setSettings(projectId, actor, asked),
  ),
  answerInProject(contract.renewLeadKey, ({ projectId }, { leadsDesk }, actor) => leadsDesk.renewKey(projectId, actor)),
  answerInProject(contract.renewLeadForm, ({ projectId }, { leadsDesk }, actor) => leadsDesk.renewForm(projectId, actor)),
  answerInProject(contract.listLeadSources, async ({ projectId }, { db, leadNames }) => ({
    sources: await db.transaction(() => leadNames.sources(projectId)),
  })),
  answerInProject(contract.createLeadSource, ({ projectId, name }, installation) =>
    changed(installation, projectId, function* () {
      const id = yield* installation.leadNames.addSource(projectId, name)
      if (id === undefined) throw failure('name-taken', name)
      return { id, name, leads: 0 }
    }),
  ),
  answerInProject(contract.renameLeadSource, ({ projectId, source, name }, installation) =>
    changed(installation, projectId, function* () {
      if (!(yield* installation.leadNames.renameSource(projectId, source, name))) throw failure('name-taken', name)
      const renamed = (yield* installation.leadNames.sources(projectId)).find(({ id }) => id === source)
      if (!renamed) throw failure('lead-source-not-found')
      return renamed
    }),
  ),
  answerInProject(contract.deleteLeadSource, ({ projectId, source }, installation) =>
    changed(installation, projectId, function* () {
      if (!(yield* installation.leadNames.removeSource(projectId, source))) throw failure('lead-source-not-found')
      return ok
    }),
  ),
  answerInProject(contract.listLeadPartners, async ({ projectId }, { db, leadNames }) => ({
    partners: await db.transaction(() => leadNames.partners(projectId)),
  })),
  answerInProject(contract.createLeadPartner, ({ projectId, name }, installation) =>
    changed(installation, projectId, function* () {
      const site = siteKey(name)
      const id = site === '' ? undefined : yield* installation.leadNames.addPartner(projectId, site)
      if (id === undefined) throw failure('name-taken', site || name)
      return { id, name: site, leads: 0 }
    }),
  ),
  answerInProject(contract.deleteLeadPartner, ({ projectId, partner }, installation) =>
    changed(installation, projectId, function* () {
      if (!(yield* installation.leadNames.removePartner(projectId, partner))) throw failure('lead-partner-not-found')
      return ok
    }),
  ),
]

async function changed<T>({ db, live }: Installation, project: number, work: () => Step<T>): Promise<T> {
  const answer = await db.transaction(work)
  live.publish(project, { type: 'leads-changed', lead: null })
  return answer
}

type Asked = Omit<NonNullable<(typeof contract.listLeads)['input']>, 'projectId' | 'cursor'>

/** Days are days of the project. */
function* filterOf(context: Installation, project: number, { status, from, until, responsible, source, q }: Asked): Step<LeadFilter> {
  const zone = yield* zoneOfProject(context, project)
  return {
    ...(status !== 'all' && { statuses: [leadStatus[status]] }),
    ...momentsOf({ from, until }, zone),
    ...(responsible !== undefined && { responsible: responsible === 'nobody' ? null : responsible }),
    ...(source !== undefined && { source }),
    ...(q !== undefined && { q }),
  }
}
