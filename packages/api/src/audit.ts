/** Who changed what, when, from where, with the old and the new value (reliability-promises, P12.3). Secrets are never in it. */
import { z } from 'zod'
import { endpoint, id } from './endpoint.ts'

const tag = 'Audit log'

/** Everything that is written down; the first word is the kind of thing it happened to. */
export const auditActions = [
  'installation.set-up',
  'account.created',
  'account.changed',
  'account.profile-changed',
  'account.signed-in',
  'account.sign-in-refused',
  'account.signed-out-everywhere',
  'account.session-ended',
  'account.password-changed',
  'account.password-reset-link',
  'account.password-reset',
  'account.second-factor-on',
  'account.second-factor-off',
  'account.recovery-codes-renewed',
  'account.recovery-code-used',
  'project.created',
  'crm.imported',
  'project.deleted',
  'project.restored',
  'project.ownership-passed',
  'member.joined',
  'member.changed',
  'member.removed',
  'invitation.created',
  'invitation.revoked',
  'role.created',
  'role.changed',
  'role.deleted',
  'key.created',
  'key.renamed',
  'key.changed',
  'key.revoked',
  'funnel.published',
  'funnel.version-restored',
  'settings.changed',
  'settings.keeping-changed',
  'settings.orders-changed',
  'settings.mail-changed',
  'settings.callbacks-changed',
  'settings.leads-changed',
  'distribution.changed',
  'distribution.cleared',
  'pipeline.created',
  'pipeline.changed',
  'pipeline.deleted',
  'client.deleted',
  'client.exported',
  'message.deleted',
  'list.exported',
  'list.deleted',
  'list.members-deleted',
  'label.deleted',
  'broadcast.started',
  'variable.changed',
  'channel.changed',
  'channel.look-changed',
  'hosts.changed',
  'connection.created',
  'connection.changed',
  'connection.removed',
  'stopped-number.added',
  'stopped-number.removed',
  'webhook.created',
  'webhook.changed',
  'webhook.removed',
  'booking.branch-deleted',
  'booking.employee-deleted',
  'booking.service-deleted',
  'booking.feed-changed',
] as const
export type AuditAction = (typeof auditActions)[number]

/** What happens to accounts and the server stands in the log of the installation; everything else in that of its project. */
export const isOfInstallation = (action: AuditAction): boolean => /^(installation|account)\./.test(action)

export const auditEntrySchema = z.object({
  id: z.int(),
  at: z.iso.datetime(),
  who: z.object({
    kind: z.enum(['person', 'key', 'console', 'nobody']),
    account: z.int().nullable(),
    /** His name and e-mail, or the name of the key, as they were then. */
    name: z.string(),
  }),
  action: z.string(),
  /** What it happened to, in words: a name, an e-mail, a number. */
  subject: z.string(),
  /** IP address; empty for the console. */
  address: z.string(),
  before: z.unknown(),
  after: z.unknown(),
})
export type AuditEntry = z.infer<typeof auditEntrySchema>

const search = {
  /** Anywhere in who, subject, old and new value; upper and lower case are the same. */
  text: z.string().max(200).optional(),
  account: id.optional(),
  action: z.enum(auditActions).optional(),
  from: z.iso.datetime({ offset: true }).optional(),
  to: z.iso.datetime({ offset: true }).optional(),
  /** The next page: the `next` of the answer before. */
  before: id.optional(),
  limit: z
    .string()
    .regex(/^[1-9][0-9]{0,2}$/)
    .transform(Number)
    .pipe(z.int().max(200))
    .optional(),
}
export type AuditSearch = z.infer<z.ZodObject<typeof search>>

const page = z.object({ entries: z.array(auditEntrySchema), next: z.int().nullable() })
export type AuditPage = z.infer<typeof page>

export const searchAuditLog = endpoint({
  name: 'searchAuditLog',
  method: 'get',
  path: '/api/projects/:projectId/audit',
  access: { section: 'settings', level: 'view' },
  tag,
  summary: 'What was changed in a project, the latest first.',
  params: { projectId: id },
  query: search,
  output: page,
})

export const searchInstallationAuditLog = endpoint({
  name: 'searchInstallationAuditLog',
  method: 'get',
  path: '/api/audit',
  access: 'installation',
  tag,
  summary: 'What happened to accounts and the installation as a whole, the latest first.',
  query: search,
  output: page,
})
