import type { Lead, LeadResult, LeadSettings } from '@voronka/api'
import { randomBytes } from 'node:crypto'
import type { Step } from '@voronka/flow/engine'
import { contactClients } from '../clients/contacts.ts'
import { failure } from '../errors.ts'
import type { Actor } from '../http/actor.ts'
import type { LiveHub } from '../live/live-hub.ts'
import type { Doing } from '../orders/order-book.ts'
import type { Mailer } from '../orders/mailer.ts'
import type { Worker } from '../worker/contract.ts'
import { addLead, type LeadContext, type NewLead } from './add-lead.ts'
import { leadSettingsStore } from './lead-settings.store.ts'
import { leadResult, leadStatus, type LeadFilter, type LeadRow } from './leads.store.ts'
import { orderOfLead } from './order-of-lead.ts'
import { leadReader } from './show-lead.ts'

const shown = 50

export interface Processing {
  readonly client?: number | undefined
  readonly name: string
  readonly phone: string
  readonly email: string
  readonly order: { readonly name: string; readonly description: string; readonly budget: number | null; readonly state: number | null }
  readonly revision: number
}

export type LeadsDesk = ReturnType<typeof createLeadsDesk>

/** Leads as people, programs and forms work on them (leads-api, sections 2, 3 and 7). */
export function createLeadsDesk(context: LeadContext, { worker, live, mailer }: { worker: Worker; live: LiveHub; mailer: Mailer }) {
  const { db, clock, leads, orders, clients, operators } = context
  const settings = leadSettingsStore(db)
  const read = leadReader(context)

  type Who = Pick<Actor, 'kind' | 'account' | 'name' | 'email'>

  /** Does something in one transaction; what it caused is told and worked off after the commit. */
  async function act<T>(project: number, who: Who, work: (doing: Doing) => Step<T>, lead: number | null = null): Promise<T> {
    const kind = who.kind === 'person' ? 'person' : 'program'
    const begin = (): Doing => ({
      project,
      now: clock.now(),
      by: { kind, account: who.account, name: who.name || who.email, block: null },
      called: new Set(),
      events: [],
      mails: new Set(),
    })
    let doing = begin()
    const answer = await db.transaction(() => work((doing = begin())))
    for (const event of doing.events) live.publish(project, event)
    live.publish(project, { type: 'leads-changed', lead })
    for (const client of doing.called) worker.drain(client)
    if (doing.mails.size) void mailer.look()
    return answer
  }

  function* present(project: number, number: number): Step<LeadRow> {
    const row = yield* leads.find(project, number)
    if (!row) throw failure('lead-not-found', number)
    return row
  }

  /** A change of a lead that nobody changed since the page that asks for it was shown. */
  const change = (
    project: number,
    actor: Actor,
    { lead, revision }: { lead: number; revision: number },
    fields: (row: LeadRow, doing: Doing) => Step<Partial<LeadRow>> | Partial<LeadRow>,
  ): Promise<Lead> =>
    act(
      project,
      actor,
      function* (doing) {
        const row = yield* present(project, lead)
        if (row.revision !== revision) throw failure('lead-changed')
        const wanted = fields(row, doing)
        const changed = yield* leads.change(row, 'next' in wanted ? yield* wanted : wanted)
        if (!changed) throw failure('lead-changed')
        return yield* read.one(changed)
      },
      lead,
    )

  function mustBe(row: LeadRow, ...statuses: readonly (keyof typeof leadStatus)[]): void {
    if (!statuses.some((status) => leadStatus[status] === row.status)) throw failure('lead-changed')
  }

  return {
    settings,
    read,

    add: (project: number, who: Who, lead: NewLead): Promise<number> =>
      act(project, who, function* (doing) {
        return (yield* addLead(context, doing, lead, yield* settings.get(project))).number
      }),

    list: (project: number, filter: LeadFilter, before: number | undefined) =>
      db.transaction(function* () {
        const found = yield* leads.page(project, filter, before, shown + 1)
        const page = found.slice(0, shown)
        const next = found.length > shown ? String(page.at(-1)?.number ?? '') : null
        return { leads: yield* read.many(project, page), next, total: yield* leads.total(project, filter) }
      }),

    counts: (project: number) =>
      db.transaction(function* () {
        const found = yield* leads.counts(project)
        const of = (status: keyof typeof leadStatus) => found.get(leadStatus[status]) ?? 0
        return { open: of('open'), work: of('work'), processed: of('processed'), closed: of('closed') }
      }),

    get: (project: number, number: number) =>
      db.transaction(function* () {
        const row = yield* present(project, number)
        return { lead: yield* read.one(row), known: yield* read.knownClients(row) }
      }),

    take: (project: number, actor: Actor, which: { lead: number; revision: number }) =>
      change(project, actor, which, (row) => {
        mustBe(row, 'open', 'work')
        return { responsible: actor.account, status: leadStatus.work }
      }),

    assign: (project: number, actor: Actor, { account, ...which }: { lead: number; revision: number; account: number | null }) =>
      change(project, actor, which, function* (row) {
        if (account !== null && !(yield* operators.find(project, account))) throw failure('operator-not-found')
        const status = row.status === leadStatus.open && account !== null ? leadStatus.work : row.status
        return { responsible: account, status: status === leadStatus.work && account === null ? leadStatus.open : status }
      }),

    close: (
      project: number,
      actor: Actor,
      { result, comment, ...which }: { lead: number; revision: number; result: LeadResult; comment: string },
    ) =>
      change(project, actor, which, (row, { now }) => {
        mustBe(row, 'open', 'work')
        return { status: leadStatus.closed, result: leadResult[result], comment, done_at: now }
      }),

    reopen: (project: number, actor: Actor, which: { lead: number; revision: number }) =>
      change(project, actor, which, (row) => {
        mustBe(row, 'closed')
        return { status: row.responsible === null ? leadStatus.open : leadStatus.work, result: null, comment: '', done_at: null }
      }),

    process: (project: number, actor: Actor, lead: number, { client: number, order, revision, ...contact }: Processing) =>
      change(project, actor, { lead, revision }, function* (row, doing) {
        mustBe(row, 'open', 'work')
        const state = order.state === null ? null : yield* orders.findState(project, order.state)
        if (state === undefined) throw failure('state-not-found')
        const found =
          number === undefined
            ? yield* contactClients(context).findOrCreate(project, contact, false, doing.now)
            : yield* clients.find(number)
        if (!found || found.project_id !== project) throw failure('client-needed')
        const responsible = row.responsible ?? actor.account
        const made = yield* orderOfLead(context, doing, { ...row, responsible }, { ...order, state, client: found })
        return { status: leadStatus.processed, done_at: doing.now, client_id: made.client, order_number: made.order, responsible }
      }),

    getSettings: (project: number) => db.transaction(() => settings.get(project)),

    setSettings: (project: number, actor: Actor, asked: LeadSettings): Promise<LeadSettings> =>
      act(project, actor, function* () {
        for (const account of [...asked.operators, ...(asked.coordinator === null ? [] : [asked.coordinator])]) {
          if (!(yield* operators.find(project, account))) throw failure('operator-not-found')
        }
        const { keyEnding: _key, formKey: _form, ...before } = yield* settings.get(project)
        yield* settings.set(project, asked)
        yield* context.audit(actor, { action: 'settings.leads-changed', project, subject: '', before, after: asked })
        return asked
      }),

    renewKey: (project: number, actor: Actor) =>
      act(project, actor, function* () {
        const key = randomBytes(24).toString('base64url')
        yield* settings.renewKey(project, key)
        yield* context.audit(actor, { action: 'key.created', project, subject: 'leads' })
        return { key }
      }),

    renewForm: (project: number, actor: Actor) =>
      act(project, actor, function* () {
        const formKey = randomBytes(12).toString('base64url')
        yield* settings.renewForm(project, formKey)
        yield* context.audit(actor, { action: 'settings.leads-changed', project, subject: '', after: { form: 'renewed' } })
        return { formKey }
      }),
  }
}
