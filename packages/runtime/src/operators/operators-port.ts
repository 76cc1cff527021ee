import { drive, type Step } from '@voronka/flow/engine'
import type { OperatorFacts, OperatorsPort } from '@voronka/functions'
import type { WorkContext } from '../worker/context.ts'
import type { Running } from '../worker/running-client.ts'
import { distribute } from './distribution.ts'
import type { Operator } from './operators.store.ts'

/** Who is responsible for the running client, and everybody else who answers (crm-and-tasks, sections 2 and 4). */
export function operatorsPort(context: WorkContext, { client, members: { project }, now, flow, asked }: Running): OperatorsPort {
  const { operators, dialogues, notifications, workSettings } = context

  function* responsible(): Step<OperatorFacts | undefined> {
    const account = (yield* dialogues.find(client.id))?.responsible
    const operator = account ? yield* operators.find(project, account) : undefined
    return operator && factsOf(operator)
  }

  function* give(account: number): Step<boolean> {
    yield* dialogues.set(client.id, { responsible: account, queued_at: null })
    yield* operators.noteAssignment(project, account, client.id, now)
    asked.changed.add(client.id)
    return true
  }

  function* assign(email: string | undefined, onlyOnShift: boolean, draw: number): Step<boolean> {
    if (email !== undefined) {
      const named = yield* operators.findByEmail(project, email)
      return named !== undefined && (!onlyOnShift || named.status === 'shift') && (yield* give(named.account))
    }
    const onShift = (yield* operators.all(project)).filter(({ status }) => status === 'shift')
    const chosen = onShift[Math.floor(draw * onShift.length)]
    return chosen !== undefined && (yield* give(chosen.account))
  }

  function* free(): Step<boolean> {
    yield* dialogues.set(client.id, { responsible: null, queued_at: null })
    asked.changed.add(client.id)
    return true
  }

  function* distributed(): Step<boolean> {
    const { distribution: rules } = yield* workSettings.get(project)
    const zone = flow.project.settings.timezone
    const account = yield* distribute({ dialogues, operators }, client.id, { project, rules, zone, now })
    if (account !== undefined) asked.changed.add(client.id)
    return account !== undefined
  }

  function* status(email: string) {
    return (yield* operators.findByEmail(project, email))?.status
  }

  function* notify(text: string, emails: readonly string[] | undefined, priority: number): Step<boolean> {
    const wanted = emails?.map((email) => email.trim().toLowerCase())
    const all = yield* operators.all(project)
    const accounts = all.filter(({ email }) => !wanted || wanted.includes(email.toLowerCase())).map(({ account }) => account)
    const ids = yield* notifications.add({ project, accounts, text, priority, client: client.id, task: null, now })
    for (const [index, account] of accounts.entries()) asked.notified.push({ id: ids[index] ?? 0, account })
    return accounts.length > 0
  }

  return {
    responsible: () => drive(responsible()),
    free: () => drive(free()),
    assign: (email, onlyOnShift, draw) => drive(assign(email, onlyOnShift, draw)),
    distribute: () => drive(distributed()),
    status: (email) => drive(status(email)),
    notify: (text, emails, priority) => drive(notify(text, emails, priority)),
  }
}

function factsOf({ email, name, phone, position, description, extra }: Operator): OperatorFacts {
  // Written by the members' store as `[{name, value}]`.
  const custom = (JSON.parse(extra) as { value: string }[]).map(({ value }) => value)
  const [custom_field1 = '', custom_field2 = '', custom_field3 = ''] = custom
  return { email, name, fields: { description, email, phone, position, custom_field1, custom_field2, custom_field3 } }
}
