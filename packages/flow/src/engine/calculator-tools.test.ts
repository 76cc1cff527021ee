import { library, memoryPorts, type WorldPorts } from '@voronka/functions'
import { describe, expect, it } from 'vitest'
import { flowSchema } from '../model/flow.ts'
import { compileFlow, createCalculatorTools, drive, newSession, step, type Turn } from './index.ts'
import { ProgramCache } from './program-cache.ts'

const client = {
  id: 7,
  name: 'Anna',
  fullName: '',
  avatar: '',
  platformId: '',
  clientType: 5,
  messenger: '',
  group: '',
  tag: '',
  createdAt: 0,
}

/** A world that answers later. */
function slowPorts(): WorldPorts {
  const ports = memoryPorts()
  const callback = async (id: number, text: string) => (await new Promise((resolve) => setImmediate(resolve)), id === 8 && text === 'hi')
  return { ...ports, clients: { ...ports.clients, callback } }
}

describe('a turn whose functions wait', () => {
  it('is a promise that brings the same turn, with every draw recorded once', async () => {
    const flow = compileFlow(
      flowSchema.parse({
        format: 1,
        blocks: [
          {
            number: 1,
            type: 'start',
            compare: 'callback(8, "hi")',
            calculator: 'a = random(1, 100) + 0 * callback(8, "hi")\nb = random(1, 100)',
            text: '#{callback(8, "hi")} #{a} #{b}',
          },
        ],
      }),
    )
    const draws = [0.1, 0.9]
    const project = {
      id: 1,
      constants: new Map(),
      variables: new Map(),
      pendingLimit: 1,
      firstMessage: '',
      unknownAnswer: '',
      enabled: true,
    }
    const tools = createCalculatorTools(library).forTurn({
      now: 0,
      zone: 'UTC',
      language: 'ru',
      random: () => draws.shift() ?? 0.5,
      ports: slowPorts(),
      project,
      buttonsSupported: true,
    })
    const answer: Turn | Promise<Turn> = drive(step(flow, newSession(client), { kind: 'text', text: 'go' }, tools))
    expect(answer).toBeInstanceOf(Promise)
    const turn = await answer
    expect(turn.effects).toMatchObject([{ type: 'say', message: { text: 'True 11 91' } }])
    expect(turn.trace.draws).toEqual([0.1, 0.9])
  })
})

describe('the cache of programs', () => {
  it('compiles a source once and drops what was not used for longest', () => {
    const compiled: string[] = []
    const cache = new ProgramCache((source) => compiled.push(source), 4)
    for (const source of ['a', 'b', 'c', 'd', 'a', 'e', 'a', 'b']) cache.get(source)
    expect(compiled).toEqual(['a', 'b', 'c', 'd', 'e', 'b'])
  })
})
