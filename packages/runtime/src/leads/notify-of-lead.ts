import { settle, type Step } from '@voronka/flow/engine'
import type { Operator } from '../operators/operators.store.ts'
import type { Doing } from '../orders/order-book.ts'
import { languageOfProject } from '../worker/project-settings.ts'
import type { LeadContext } from './add-lead.ts'
import type { LeadRow } from './leads.store.ts'

const titles = { ru: 'Новая заявка', en: 'New lead' } as const

/** The responsible hears of it inside the application, and by e-mail where the project has a mail server, with a link if people can follow one (leads-api, section 3). */
export function* notifyOfLead(context: LeadContext, doing: Doing, lead: LeadRow, { account, email }: Operator): Step<void> {
  const { db, notifications } = context
  const { project, now } = doing
  const title = titles[yield* languageOfProject(context, project)]
  const who = [lead.title, lead.company, lead.phone, lead.email].filter(Boolean).join(', ')
  const text = `${title} #${lead.number}: ${who || lead.description.slice(0, 100)}`
  const [id] = yield* notifications.add({ project, accounts: [account], text, priority: 0, client: lead.client_id, task: null, now })
  if (id !== undefined) doing.events.push({ type: 'notification', id, accounts: [account] })
  if (!(yield* hasMailServer(context, project))) return
  const link = context.publicAddress && `${context.publicAddress}/p/${project}/leads?lead=${lead.number}`
  const body = bodyOf(lead, link)
  const mail = { project_id: project, recipient: email, subject: `${title} #${lead.number}`, body, attempts: 0, failed: null }
  yield* settle(db.run(db.build.insertInto('mails').values({ ...mail, created_at: now, due_at: now })))
  doing.mails.add(project)
}

function* hasMailServer({ db }: LeadContext, project: number): Step<boolean> {
  const query = db.build.selectFrom('mail_settings').select('host').where('project_id', '=', project)
  return ((yield* settle(db.first<{ host: string }>(query)))?.host ?? '') !== ''
}

/** Who it is, what was written, and where to answer. */
function bodyOf(lead: LeadRow, link: string): string {
  const place = [lead.city, lead.country].filter(Boolean).join(', ')
  const who = [lead.title, lead.company, lead.phone, lead.email, lead.site, place].filter(Boolean).join('\n')
  return [who, lead.description.trim(), link].filter(Boolean).join('\n\n')
}
