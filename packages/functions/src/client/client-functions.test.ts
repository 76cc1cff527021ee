import type { Value } from '@voronka/calculator'
import { describe, expect, it } from 'vitest'
import { call, testWorld } from '../../test/test-world.ts'
import { memoryClient, type ClientsPort, type Ports } from '../index.ts'

describe('was_in_state', () => {
  it('asks the history of the running client', () => {
    expect(call('was_in_state', [3])).toBe(true)
    expect(call('was_in_state', ['3'])).toBe(true)
    expect(call('was_in_state', [4])).toBe(false)
    expect(call('was_in_state', ['menu'])).toBe(false)
  })
})

describe('delete_pended_messages', () => {
  it('cancels all planned messages, those marked "do not cancel" too', () => {
    const world = testWorld()
    expect(call('delete_pended_messages', [], world)).toBe(2)
    expect(world.memory.pending).toEqual([])
    expect(call('delete_pended_messages', [], world)).toBe(0)
  })

  it.each([false, 'False', 0])('spares those with %j', (withNotCancel) => {
    const world = testWorld()
    expect(call('delete_pended_messages', [withNotCancel], world)).toBe(1)
    expect(world.memory.pending).toEqual([{ kept: true, from: 3 }])
  })
})

describe('days_from_last_message', () => {
  const now = '2026-03-10T14:05:00+03:00'
  const ago = (hours: number): Value | PromiseLike<Value> =>
    call('days_from_last_message', [], testWorld({ now, memory: { lastMessageAt: Date.parse(now) - hours * 3_600_000 } }))

  it('counts whole days', () => {
    expect(ago(0)).toBe(0)
    expect(ago(23.9)).toBe(0)
    expect(ago(24)).toBe(1)
    expect(ago(47)).toBe(1)
    expect(ago(30 * 24)).toBe(30)
  })

  it('gives 9999 for more than 30 days and for a client who never wrote', () => {
    expect(ago(31 * 24)).toBe(9999)
    expect(call('days_from_last_message', [], testWorld({ memory: { lastMessageAt: undefined } }))).toBe(9999)
  })
})

describe('variables of clients', () => {
  it('of the running client are read and written in his own dialogue, at once', () => {
    const world = testWorld()
    expect(call('get_client_var', [1, 'phone'], world)).toBe('79781112233')
    expect(call('set_client_var', [1, 'city', 'Omsk'], world)).toBe(true)
    expect(world.ports.conversation.getVariable('city')).toBe('Omsk')
    expect(call('set_client_vars', [1, '{"a": 1, "phone": ""}'], world)).toBe(true)
    expect(call('get_client_vars', [1, ['a', 'phone']], world)).toEqual(
      new Map<string, Value>([
        ['a', 1],
        ['phone', null],
      ]),
    )
  })

  it('of another client go through the port of clients, which may take its time', async () => {
    const world = testWorld()
    const slow: Ports = { ...world.ports, clients: later(world.ports.clients) }
    const at = Object.assign(testWorld(), { ports: slow })
    expect(await call('get_client_var', [2, 'city'], at)).toBe('Kazan')
    expect(await call('get_client_var', [2, 'age'], at)).toBe(null)
    expect(await call('get_client_vars', [2, '["city", "age"]'], at)).toEqual(
      new Map<string, Value>([
        ['city', 'Kazan'],
        ['age', null],
      ]),
    )
    expect(await call('set_client_var', ['2', 'age', 30], at)).toBe(true)
    expect(world.memory.clients.get(2)?.variables.get('age')).toBe(30)
  })

  it('of nobody: nothing, an empty dictionary, False', () => {
    expect(call('get_client_var', [77, 'city'])).toBe(null)
    expect(call('get_client_vars', [77, ['city']])).toEqual(new Map())
    expect(call('get_client_vars', [2, 'city'])).toEqual(new Map())
    expect(call('set_client_var', [77, 'city', 'Omsk'])).toBe(false)
    expect(call('set_client_vars', [2, 'city'])).toBe(false)
    expect(call('set_client_var', [2, 'none', 'Omsk'])).toBe(false)
  })

  it('may be named like built-in members of objects', () => {
    const world = testWorld()
    expect(call('get_client_var', [2, '__proto__'], world)).toBe(null)
    expect(call('set_client_var', [2, '__proto__', 'x'], world)).toBe(true)
    expect(call('get_client_var', [2, '__proto__'], world)).toBe('x')
  })
})

describe('actions on the running client', () => {
  it('pause_bot takes fractions of minutes and nothing negative', () => {
    const world = testWorld()
    expect(call('pause_bot', ['0.5'], world)).toBe(true)
    expect(world.memory.pausedMinutes).toBe(0.5)
    expect(call('pause_bot', [-1], world)).toBe(false)
    expect(call('pause_bot', [''], world)).toBe(false)
    expect(world.memory.pausedMinutes).toBe(0.5)
  })

  it('unsubscribe leaves planned messages where they are, block_client cancels them all', () => {
    const world = testWorld()
    expect(call('unsubscribe', [], world)).toBe(true)
    expect(world.memory).toMatchObject({ subscribed: false, blocked: false })
    expect(world.memory.pending).toHaveLength(2)
    expect(call('block_client', [], world)).toBe(true)
    expect(world.memory).toMatchObject({ blocked: true, pending: [] })
    expect(call('unblock_client', [], world)).toBe(true)
    expect(world.memory.blocked).toBe(false)
  })

  it('set_client_name renames, but to nothing empty', () => {
    const world = testWorld()
    expect(call('set_client_name', [' Ann '], world)).toBe(true)
    for (const blank of ['', '  ', null, 'none']) expect(call('set_client_name', [blank], world)).toBe(false)
    expect(world.memory.name).toBe('Ann')
  })
})

/** The same port, whose every answer takes its time. */
function later(clients: ClientsPort): ClientsPort {
  return {
    exists: async (id) => clients.exists(id),
    getVariables: async (id, names) => clients.getVariables(id, names),
    setVariables: async (id, values) => clients.setVariables(id, values),
    callback: async (id, text) => clients.callback(id, text),
    message: async (id, message) => clients.message(id, message),
    find: async (contact) => clients.find(contact),
    findByPhone: async (phone) => clients.findByPhone(phone),
    findByPlatformId: async (id, group) => clients.findByPlatformId(id, group),
    mainOf: async (id) => clients.mainOf(id),
    boundTo: async (id) => clients.boundTo(id),
    merge: async (main, other) => clients.merge(main, other),
    unmerge: async (id) => clients.unmerge(id),
  }
}

it('a client without variables is an ordinary client', () => {
  expect(call('get_client_vars', [3, ['a']], testWorld({ memory: { clients: new Map([[3, memoryClient()]]) } }))).toEqual(
    new Map([['a', null]]),
  )
})
