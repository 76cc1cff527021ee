import { auditActions } from '@voronka/api'
import { expect, it } from 'vitest'
import { serve } from './serve.ts'

it('tells of every change of settings, deletion and export who made it, with the old and the new value', async () => {
  const server = await serve()
  const path = `/api/projects/${(await server.call('POST', '/api/projects', {})).body.id}`
  const person = server.as(await server.person(1, 'administrator', 'anna@example.com'))
  const act = async (method: string, what: string, body?: object) => {
    const answer = await person.call(method, `${path}/${what}`, body)
    expect([answer.status, answer.body.error?.code ?? ''], what).toEqual([200, ''])
    return answer.body
  }
  const entry = async (action: string) => (await server.call('GET', `${path}/audit?action=${action}`)).body.entries[0]

  await act('PUT', 'retention', { messages: 90, traces: 30, inbox: 7, log: 90 })
  expect(await entry('settings.keeping-changed')).toMatchObject({
    who: { kind: 'person', name: 'The administrator, anna@example.com' },
    address: '127.0.0.1',
    before: { messages: null },
    after: { messages: 90 },
  })
  await act('PATCH', 'settings/orders', { acceptLeads: false })
  expect(await entry('settings.orders-changed')).toMatchObject({ before: { acceptLeads: true }, after: { acceptLeads: false } })
  const mail = { host: 'mail.example.com', port: 465, security: 'tls', user: 'shop', from: 'a@example.com' }
  await act('PUT', 'settings/mail', { ...mail, password: 'canary' })
  const changed = await entry('settings.mail-changed')
  expect(changed).toMatchObject({
    before: { host: '', hasPassword: false },
    after: { host: 'mail.example.com', hasPassword: true, password: '[hidden]' },
  })
  expect(JSON.stringify(changed)).not.toContain('canary')
  await act('PUT', 'work-callbacks', { lists: true })
  expect(await entry('settings.callbacks-changed')).toMatchObject({ before: { lists: false }, after: { lists: true } })
  await act('PUT', 'distribution', { evenInterval: 5 })
  expect(await entry('distribution.changed')).toMatchObject({ after: { evenInterval: 5 } })
  await act('POST', 'distribution/clear')
  expect(await entry('distribution.cleared')).toMatchObject({ after: { freed: 0 } })

  const { id } = await act('POST', 'pipelines', { name: 'Sales' })
  const state = await act('POST', `pipelines/${id}/states`, { name: 'Paid' })
  await act('PATCH', `states/${state.id}`, { name: 'Paid for' })
  const renamed = await entry('pipeline.changed')
  expect(renamed).toMatchObject({ subject: 'Sales: Paid', before: { name: 'Paid' }, after: { name: 'Paid for' } })
  expect(renamed.after).not.toHaveProperty('label')
  await act('DELETE', `states/${state.id}`)
  await act('DELETE', `pipelines/${id}`)
  expect(await entry('pipeline.deleted')).toMatchObject({ subject: 'Sales' })

  const order = await act('POST', 'orders', { name: 'Cake', clientName: 'Boris', phone: '+79000000001' })
  const client = order.client.id
  await act('GET', `clients/${client}/export`)
  expect(await entry('client.exported')).toMatchObject({ subject: String(client) })
  const { number: list } = await act('POST', 'lists', { name: 'VIP' })
  await act('POST', `clients/${client}/lists`, { add: [list] })
  await act('GET', `lists/${list}/csv`)
  expect(await entry('list.exported')).toMatchObject({ subject: 'VIP' })
  const { number: label } = await act('POST', 'labels', { name: 'hot' })
  await act('DELETE', `labels/${label}`)
  expect(await entry('label.deleted')).toMatchObject({ subject: 'hot' })
  const { number: broadcast } = await act('POST', 'broadcasts', { name: 'News', content: { kind: 'text', text: 'Hello' } })
  await act('POST', `broadcasts/${broadcast}/start`, { at: '2026-03-11T00:00:00Z' })
  expect(await entry('broadcast.started')).toMatchObject({ subject: 'News', after: { startsAt: '2026-03-11T00:00:00.000Z' } })
  await act('POST', `lists/${list}/delete-members`, { confirm: 'VIP' })
  expect(await entry('list.members-deleted')).toMatchObject({ subject: 'VIP', before: { members: 1 } })
  await act('DELETE', `lists/${list}`)
  expect(await entry('list.deleted')).toMatchObject({ subject: 'VIP', before: { members: 0 } })
  const leads = { coordinator: null, rule: 'even', operators: [], createOrder: false }
  await act('PUT', 'lead-settings', leads)
  expect(await entry('settings.leads-changed')).toMatchObject({ before: { rule: 'none' }, after: { rule: 'even' } })
  await act('POST', 'lead-settings/form')
  expect(await entry('settings.leads-changed')).toMatchObject({ before: null, after: { form: 'renewed' } })
  const branch = await act('POST', 'booking/branches', { name: 'Centre', address: '' })
  const service = await act('POST', `booking/branches/${branch.id}/services`, { title: 'Haircut', duration: 60 })
  const employee = await act('POST', `booking/branches/${branch.id}/employees`, { name: 'Pavel', services: [service.id] })
  await act('POST', `booking/employees/${employee.id}/feed`)
  expect(await entry('booking.feed-changed')).toMatchObject({ subject: 'Pavel', after: { enabled: true } })
  await act('DELETE', `booking/employees/${employee.id}`)
  expect(await entry('booking.employee-deleted')).toMatchObject({ subject: 'Pavel' })
  await act('DELETE', `booking/services/${service.id}`)
  expect(await entry('booking.service-deleted')).toMatchObject({ subject: 'Haircut' })
  const second = await act('POST', 'orders', { name: 'Tea', clientName: 'Clara', phone: '+79000000002' })
  const message = (await server.call('POST', `${path}/clients/${second.client.id}/comments`, { text: 'canary' })).body
  await act('DELETE', `clients/${second.client.id}/messages/${message.id}`)
  const deleted = await entry('message.deleted')
  expect(deleted).toMatchObject({ subject: String(second.client.id), before: { number: message.id, author: 'comment' } })
  expect(JSON.stringify(deleted)).not.toContain('canary')
  await act('DELETE', `clients/${second.client.id}`)
  expect(await entry('client.deleted')).toMatchObject({ subject: String(second.client.id), before: null, after: null })

  await person.call('PATCH', '/api/me', { name: 'Anna' })
  const profile = (await server.call('GET', '/api/audit?action=account.profile-changed')).body.entries[0]
  expect(profile).toMatchObject({ subject: 'anna@example.com', before: { name: 'The administrator' }, after: { name: 'Anna' } })
})

it('shows a client that is taken out of the project only as far as the role does', async () => {
  const server = await serve()
  await server.call('POST', '/api/projects', {})
  const order = { name: 'Cake', clientName: 'Boris', phone: '+79000000001', variables: { card: 'canary-value' } }
  const { client } = (await server.call('POST', '/api/projects/1/orders', order)).body
  const permissions = {
    sections: { clients: 'view', orders: 'view' },
    rights: ['clients.exportCsv', 'clients.seeOthers', 'clients.seeFree'],
  }
  const { id } = (await server.call('POST', '/api/projects/1/roles', { name: 'R', permissions })).body
  const person = server.as(await server.person(1, id))
  const taken = async () => (await person.call('GET', `/api/projects/1/clients/${client.id}/export`)).body
  const shown = await taken()
  expect([shown.orders.length, JSON.stringify(shown).includes('canary-value')]).toEqual([1, false])
  await server.call('PATCH', `/api/projects/1/roles/${id}`, { permissions: { ...permissions, sections: { clients: 'view' } } })
  expect((await taken()).orders).toEqual([])
  await server.call('PATCH', `/api/projects/1/roles/${id}`, {
    permissions: { ...permissions, rights: [...permissions.rights, 'variables.seeOrder'] },
  })
  expect(JSON.stringify(await taken())).toContain('canary-value')
})

it('knows each action by one name', () => {
  expect(new Set(auditActions).size).toBe(auditActions.length)
})
