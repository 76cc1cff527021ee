import type { MailSettings } from '@voronka/api'
import { settle, type Step } from '@voronka/flow/engine'
import { isIP } from 'node:net'
import type { AllowedHostsOf } from '../egress/allowed-hosts.ts'
import type { Egress } from '../egress/egress.ts'
import { failure } from '../errors.ts'
import type { Actor } from '../http/actor.ts'
import { unknownReason } from '../outbox/sender.ts'
import type { WorkContext } from '../worker/context.ts'

export type Mailer = ReturnType<typeof createMailer>

/** Waiting times between attempts; after the last one a mail is given up, and the project's log tells. */
const pauses = [60_000, 300_000, 1_800_000, 7_200_000, 21_600_000]
const batch = 20
/** When storage refused, it is looked again so soon. */
const retryMs = 1000
/** A mail server that says nothing for so long does not answer. */
const timeoutMs = 20_000

interface Mail {
  id: number
  project_id: number
  recipient: string
  subject: string
  body: string
  created_at: number
  attempts: number
  sending: number
}

const noServer: MailSettings = { host: '', port: 465, security: 'tls', user: '', from: '' }

/** The project's own mail server: its settings, and what waits to be sent. Nothing is sent inside a transaction. */
export function createMailer(
  { db, clock, secrets, log, audit, flows }: WorkContext,
  { egress, allowedHosts }: { readonly egress: Egress; readonly allowedHosts: AllowedHostsOf },
  onError: (error: unknown, about: Readonly<Record<string, unknown>>) => void,
) {
  let callOff: (() => void) | undefined
  let working: Promise<void> | undefined
  let isStopped = false

  const placeOf = (project: number) => `project:${project}:mail.password`

  function* stored(project: number): Step<(MailSettings & { password: string | null }) | undefined> {
    const query = db.build.selectFrom('mail_settings').selectAll().where('project_id', '=', project)
    const row = yield* settle(
      db.first<{ host: string; port: number; security: string; account: string; sender: string; password: string | null }>(query),
    )
    if (!row) return undefined
    const { host, port, account: user, sender: from, password } = row
    return { host, port, security: securityOf(row.security), user, from, password }
  }

  function* settings(project: number) {
    const found = yield* stored(project)
    if (!found) return { ...noServer, hasPassword: false }
    const { password, ...shown } = found
    return { ...shown, hasPassword: password !== null }
  }

  /** Throws what the mail server, or the way to it, said. */
  async function send(project: number, mail: { to: string; subject: string; text: string; messageId?: string }): Promise<void> {
    const found = await db.transaction(() => stored(project))
    if (!found || found.host === '') throw failure('no-mail-server')
    const { host, port, security, user, from, password } = found
    const pass = password === null ? '' : secrets.open(password, placeOf(project))
    // To the judged address, never to the name: nobody else looks it up again (reliability-promises, P9.1). The certificate is that of the name.
    const address = await egress.addressOf(host, port, await allowedHosts.of(project))
    const { createTransport } = await import('nodemailer')
    const transport = createTransport({
      host: address,
      ...(isIP(host) === 0 && { tls: { servername: host } }),
      port,
      secure: security === 'tls',
      requireTLS: security === 'starttls',
      ignoreTLS: security === 'none',
      connectionTimeout: timeoutMs,
      greetingTimeout: timeoutMs,
      socketTimeout: timeoutMs,
      disableFileAccess: true,
      disableUrlAccess: true,
      ...(user !== '' && { auth: { user, pass } }),
    })
    try {
      // One address, whatever stands in it: as a text it might name others as well (P10.7).
      await transport.sendMail({ ...mail, from, to: { name: '', address: mail.to } })
    } finally {
      transport.close()
    }
  }

  function* due(): Step<Mail[]> {
    const query = db.build
      .selectFrom('mails')
      .select(['id', 'project_id', 'recipient', 'subject', 'body', 'created_at', 'attempts', 'sending'])
      .where('failed', 'is', null)
      .where('due_at', '<=', clock.now())
      .orderBy('due_at')
      .orderBy('id')
      .limit(batch)
    return yield* settle(db.all<Mail>(query))
  }

  /** Taken by one process: until then nobody else tries it. */
  function* take({ id, attempts }: Mail): Step<boolean> {
    const query = db.build
      .updateTable('mails')
      .set({ attempts: attempts + 1, due_at: clock.now() + (pauses[attempts] ?? 0), sending: 1 })
      .where('id', '=', id)
      .where('attempts', '=', attempts)
      .where('failed', 'is', null)
    return (yield* settle(db.run(query))).changes === 1
  }

  async function deliver(mail: Mail): Promise<void> {
    if (!(await db.transaction(() => take(mail)))) return
    // Somebody died over it.
    if (mail.sending === 1 && (await db.transaction(() => isSentOnce(mail.project_id))))
      return db.transaction(() => giveUp(mail, unknownReason))
    try {
      // A mail that is repeated can be told by its id.
      const messageId = `<${mail.created_at}.${mail.project_id}.${mail.id}@voronka.invalid>`
      await send(mail.project_id, { to: mail.recipient, subject: mail.subject, text: mail.body, messageId })
      await db.transaction(() => settle(db.run(db.build.deleteFrom('mails').where('id', '=', mail.id))))
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error)
      await db.transaction(() => (mail.attempts + 1 < pauses.length ? again(mail) : giveUp(mail, why)))
    }
  }

  function* isSentOnce(project: number): Step<boolean> {
    return (yield* flows.published(project))?.project.settings.sendOnce ?? false
  }

  function* again({ id }: Mail): Step<void> {
    yield* settle(db.run(db.build.updateTable('mails').set({ sending: 0 }).where('id', '=', id)))
  }

  function* giveUp({ id, project_id: project, recipient: to }: Mail, error: string): Step<void> {
    yield* settle(db.run(db.build.updateTable('mails').set({ failed: error, sending: 0 }).where('id', '=', id)))
    yield* log.write(project, null, { level: 'error', code: 'mail-not-sent', facts: { to, error } }, clock.now())
  }

  async function workOff(): Promise<void> {
    for (;;) {
      const mails = isStopped ? [] : await db.transaction(due)
      if (!mails.length) return
      for (const mail of mails) await deliver(mail)
    }
  }

  async function look(): Promise<void> {
    callOff?.()
    callOff = undefined
    working ??= workOff()
      .catch((error: unknown) => onError(error, { what: 'mails' }))
      .finally(() => {
        working = undefined
      })
    await working
    if (isStopped) return
    const first = db.build.selectFrom('mails').select('due_at').where('failed', 'is', null).orderBy('due_at').limit(1)
    const next = await db
      .transaction(() => settle(db.first<{ due_at: number }>(first)))
      .catch((error: unknown) => {
        onError(error, { what: 'mails' })
        return { due_at: clock.now() + retryMs }
      })
    if (next && !isStopped) callOff = clock.at(Math.max(next.due_at, clock.now() + 1), () => void look())
  }

  return {
    settings: (project: number) => db.transaction(() => settings(project)),

    change: (project: number, actor: Actor, { password, ...fields }: MailSettings & { password?: string | undefined }) =>
      db.transaction(function* () {
        const [before, shown] = [yield* stored(project), yield* settings(project)]
        const sealed =
          password === undefined ? (before?.password ?? null) : password === '' ? null : secrets.seal(password, placeOf(project))
        const { host, port, security, user: account, from: sender } = fields
        const values = { host, port, security, account, sender, password: sealed }
        yield* settle(
          db.run(
            db.build
              .insertInto('mail_settings')
              .values({ project_id: project, ...values })
              .onConflict((conflict) => conflict.column('project_id').doUpdateSet(values)),
          ),
        )
        const after = yield* settings(project)
        // Of the password only that there is another one: the log takes its value out.
        const now = { ...after, ...(password !== undefined && { password: sealed ?? '' }) }
        yield* audit(actor, { action: 'settings.mail-changed', project, subject: '', before: shown, after: now })
        return after
      }),

    async test(project: number, to: string): Promise<void> {
      try {
        await send(project, { to, subject: 'Voronka', text: 'This mail server works.' })
      } catch (error) {
        if (error instanceof Error && error.name === 'Failure') throw error
        throw failure('mail-refused', error instanceof Error ? error.message : String(error))
      }
    },

    /** Sends what is due. Call it when something was queued; the rest it knows itself. */
    look,

    async stop(): Promise<void> {
      isStopped = true
      callOff?.()
      await working
    },
  }
}

const securityOf = (text: string): MailSettings['security'] => (text === 'starttls' || text === 'none' ? text : 'tls')
