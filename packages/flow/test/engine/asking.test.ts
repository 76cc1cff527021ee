import { fromPlain } from '@voronka/calculator'
import { library, memoryPorts, type OutboundRequest } from '@voronka/functions'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileFlow, createCalculatorTools, drive, newSession, step, type Session, type Turn } from '../../src/engine/index.ts'
import { requestSchema } from '../../src/model/flow.ts'
import type { z } from 'zod'
import { anna, flowOf } from './flow-builder.ts'

const calculator = createCalculatorTools(library)

interface Told {
  readonly variables?: Readonly<Record<string, unknown>>
  readonly script?: string
  readonly status?: number
  readonly body?: string
}

/** One block that asks; what it sent, and the turn. */
function asked(request: z.input<typeof requestSchema>, { variables = {}, script = '', status = 200, body = '{}' }: Told = {}) {
  const flow = compileFlow(
    flowOf({ 1: { type: 'nonstate_cond', calculator: script, request, text: '#{custom_answer_status} #{saved} #{client.kept}' } }),
  )
  const order = new Map(Object.entries(variables).map(([name, value]) => [name, fromPlain(value)]))
  const session: Session = { ...newSession(anna), variables: { order, client: new Map() } }
  const sent: OutboundRequest[] = []
  const tools = calculator.forTurn({
    now: 0,
    zone: 'UTC',
    language: 'en',
    random: () => 0.5,
    ports: memoryPorts(),
    project: { id: 1, variables: new Map(), constants: new Map(), pendingLimit: 10, firstMessage: '', unknownAnswer: '', enabled: true },
    buttonsSupported: true,
    call(sending) {
      sent.push(sending)
      return { answer: status === 0 ? { status, body: '', failure: 'unreachable' } : { status, body } }
    },
  })
  const turn = drive(step(flow, session, { kind: 'text', text: 'hi' }, tools))
  if (turn instanceof Promise) throw new Error('Nothing here waits.')
  return { sent: sent[0], turn, said: texts(turn) }
}

const texts = ({ effects }: Turn) => effects.flatMap((effect) => (effect.type === 'say' ? [effect.message.text] : []))

describe('what is sent', () => {
  it('has the address with its parameters, percent-encoded where values stand', () => {
    const { sent } = asked(
      {
        url: '#{base}/find/#{question}?a=1#top',
        params: [
          { name: 'q', value: 'x & #{question}' },
          { name: ' ', value: 'left out' },
        ],
      },
      { variables: { base: 'https://crm.example/v1' }, script: 'question2 = 1' },
    )
    expect(sent).toMatchObject({ method: 'GET', url: 'https://crm.example/v1/find/hi?a=1&q=x%20%26%20hi#top', body: null, headers: [] })
  })

  it('is a form for the type that sends one', () => {
    const { sent } = asked(
      { type: 'post_form', url: 'https://a.example', params: [{ name: 'имя', value: '#{name}' }] },
      { variables: { who: 1 } },
    )
    expect(sent?.body).toBe('%D0%B8%D0%BC%D1%8F=Anna')
    expect(sent?.headers).toEqual([['Content-Type', 'application/x-www-form-urlencoded']])
  })

  it('is JSON in which texts stay texts, numbers numbers, and containers whole', () => {
    const { sent } = asked(
      {
        type: 'post_json',
        url: 'https://a.example',
        body: '{"text": "He said #{said}", "bare": #{said}, "n": #{age}, "typed": #{typed}, "list": #{list}, "none": #{nothing_here}}',
      },
      { variables: { said: 'a "b"\n', age: 5, typed: '7', list: [1, { a: 'x' }] } },
    )
    expect(JSON.parse(sent?.body ?? '')).toEqual({
      text: 'He said a "b"\n',
      bare: 'a "b"\n',
      n: 5,
      typed: 7,
      list: [1, { a: 'x' }],
      none: null,
    })
  })

  it('is written as the content type says that its author gives', () => {
    const form = [{ name: 'content-type', value: 'application/x-www-form-urlencoded' }]
    const variables = { a: '1&b=2' }
    expect(asked({ type: 'put', url: 'https://a.example', headers: form, body: 'a=#{a}' }, { variables }).sent?.body).toBe('a=1%26b%3D2')
    const text = [{ name: 'Content-Type', value: 'text/plain' }]
    expect(asked({ type: 'patch', url: 'https://a.example', headers: text, body: 'a=#{a}' }, { variables }).sent?.body).toBe('a=1&b=2')
  })

  it('keeps headers to one line each, and takes time-out and attempts along', () => {
    const headers = [{ name: 'X-Who', value: '#{who}' }]
    const { sent } = asked(
      { type: 'delete', url: 'https://a.example', headers, timeout: 3, retries: 2 },
      { variables: { who: 'a\r\nX-Evil: 1' } },
    )
    expect(sent).toMatchObject({ method: 'DELETE', headers: [['X-Who', 'a X-Evil: 1']], body: null, timeoutMs: 3000, retries: 2 })
  })

  it('never lets a text change the structure of what it stands in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (text) => {
        const { sent } = asked(
          { type: 'post_json', url: 'https://a.example/#{x}/end?k=#{x}', body: '{"a": "-#{x}-", "b": #{x}, "c": "#{x}"}' },
          { variables: { x: text } },
        )
        const url = new URL(sent?.url ?? '')
        expect(url.host).toBe('a.example')
        expect([...url.searchParams.keys()]).toEqual(['k'])
        expect(url.hash).toBe('')
        const body: unknown = JSON.parse(sent?.body ?? '')
        expect(Object.keys(body ?? {})).toEqual(['a', 'b', 'c'])
      }),
      { numRuns: 300 },
    )
  })
})

describe('what comes back', () => {
  const saving = {
    url: 'https://a.example',
    saved: [
      { path: 'user|tags|0', variable: 'saved' },
      { path: 'user|id', variable: 'client.kept' },
    ],
  }

  it('is saved by its paths before the block speaks', () => {
    expect(asked(saving, { body: '{"user": {"id": 7, "tags": ["vip"]}}' }).said).toEqual(['200 vip 7'])
  })

  it('that lacks a path, or is no JSON, leaves the variables, and the log tells', () => {
    const { said, turn } = asked(saving, { body: '{"user": {"id": 7}}', variables: { saved: 'before' } })
    expect(said).toEqual(['200 before 7'])
    expect(turn.effects).toContainEqual({ type: 'log', level: 'warning', code: 'not-in-answer', block: 1, facts: { path: 'user|tags|0' } })
    expect(asked(saving, { body: 'oops', status: 500 }).said).toEqual(['500  '])
  })

  it('that never comes does not stop the block', () => {
    const { said, turn } = asked(saving, { status: 0 })
    expect(said).toEqual(['0  '])
    expect(turn.effects).toContainEqual({ type: 'log', level: 'warning', code: 'request-failed', block: 1, facts: { url: 'a.example' } })
  })

  it('cannot be saved where nothing can be', () => {
    const { turn } = asked({ url: 'https://a.example', saved: [{ path: 'a', variable: 'client_id' }] }, { body: '{"a": 1}' })
    expect(turn.trace.entries).toContainEqual({ type: 'problem', code: 'reserved-name', block: 1, facts: { variable: 'client_id' } })
  })
})

it('asks after the script and before the text, with secrets masked in the trace', () => {
  const headers = [{ name: 'Authorization', value: 'Bearer #{key}' }]
  const { turn, sent } = asked({ url: 'https://a.example/?token=#{key}', headers }, { script: 'key = "s3cret"' })
  expect(sent?.headers).toEqual([['Authorization', 'Bearer s3cret']])
  const kinds = turn.trace.entries.map(({ type }) => type).filter((type) => ['line', 'requested', 'answered', 'said'].includes(type))
  expect(kinds).toEqual(['line', 'requested', 'answered', 'said'])
  expect(JSON.stringify(turn.trace.entries.filter(({ type }) => type === 'requested'))).not.toContain('s3cret')
})
