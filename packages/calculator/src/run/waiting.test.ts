import { describe, expect, it } from 'vitest'
import { compileExpression, compileScript, compileTemplate, ScriptError, type Value } from '../index.ts'
import { library } from '../../test/small-library.ts'
import { scopesOf, tryScript, tryWaitingScript, worldOf } from '../../test/try-script.ts'

/** A world that answers later, and remembers what it was asked. */
function slowWorld(answer: (question: string) => Value = (question) => `re: ${question}`, changes = {}) {
  const asked: string[] = []
  const world = worldOf({
    ports: {
      async answer(question) {
        asked.push(question)
        await Promise.resolve()
        return answer(question)
      },
    },
    ...changes,
  })
  return { asked, world }
}

describe('scripts that wait', () => {
  it('are answered at once while nothing has to be waited for', () => {
    const scopes = scopesOf()
    expect(compileScript('x = len("abc")\ny = ask("q")', library).run(scopes, worldOf({ ports: { answer: () => 5 } }))).not.toBeInstanceOf(
      Promise,
    )
    expect(scopes.order.get('y')).toBe(5)
  })

  it('go on at the statement that waited, and ask nothing twice', async () => {
    const { asked, world } = slowWorld()
    const { text, codes } = await tryWaitingScript('a = 1\nb = ask("x") + ask("y") + ask(ask("z"))\nc = b + a', {}, world)
    expect(asked).toEqual(['x', 'y', 'z', 're: z'])
    expect(text('b')).toBe('re: xre: yre: re: z')
    expect(text('c')).toBe('re: xre: yre: re: z1')
    expect(codes).toEqual([])
  })

  it('draw the same random numbers again', async () => {
    let draws = 0
    const { world } = slowWorld(() => 1, { random: () => draws++ / 10 })
    const { text } = await tryWaitingScript('a = "#{random(0, 9)}-#{random(0, 9)}-#{ask(1)}-#{random(0, 9)}"\nb = random(0, 9)', {}, world)
    expect([text('a'), text('b'), draws]).toEqual(['0-1-1-2', '3', 4])
  })

  it('evaluate only the chosen branch', async () => {
    const { asked, world } = slowWorld()
    await tryWaitingScript('x = if(ask("q") == "re: q", ask("yes"), ask("no"))\ny = first_true(0, ask("lazy"), ask("never"))', {}, world)
    expect(asked).toEqual(['q', 'yes', 'lazy'])
  })

  it('take a refusal for an error of that statement, and go on', async () => {
    const { world } = slowWorld((question) => {
      if (question === 'bad') throw new ScriptError('wrong-argument', { function: 'ask' })
      throw new Error('a mistake of ours')
    })
    const { codes, text } = await tryWaitingScript('x = ask("bad")\ny = ask("worse")\nz = 1', { x: 1, y: 1 }, world)
    expect(codes).toEqual(['wrong-argument', 'internal-error'])
    expect([text('x'), text('y'), text('z')]).toEqual(['', '', '1'])
  })

  it('report once what was found before the wait', async () => {
    const { world } = slowWorld()
    const { codes } = await tryWaitingScript('x = "#{1 / 0}" + ask("q")', {}, world)
    expect(codes).toEqual(['division-by-zero'])
  })

  it('are not charged for waiting', async () => {
    let ms = 0
    const { world } = slowWorld(() => (ms += 10_000), { stopwatch: () => ms })
    const { codes } = await tryWaitingScript('x = ask(1)\ny = ask(2)', {}, world)
    expect(codes).toEqual([])
  })

  it('do not disturb each other', async () => {
    const script = compileScript('x = first_true(0, ask(n)) + first_true(0, n)\ny = x + n', library)
    const runs = ['a', 'b', 'c'].map(async (n) => {
      const scopes = scopesOf({ n })
      await script.run(scopes, slowWorld().world)
      return scopes.order.get('y')
    })
    expect(await Promise.all(runs)).toEqual(['re: aaa', 're: bbb', 're: ccc'])
  })

  it('may be run by a host function while another is being evaluated', () => {
    const inner = compileScript('x = first_true(0, n)', library)
    const answer = (): Value => {
      const scopes = scopesOf({ n: 'inner' })
      inner.run(scopes, worldOf())
      return scopes.order.get('x') ?? null
    }
    expect(tryScript('x = first_true(0, ask(1) + first_true(n))', { n: '-outer' }, worldOf({ ports: { answer } })).text('x')).toBe(
      'inner-outer',
    )
  })
})

describe('expressions and templates that wait', () => {
  it('come to the same in the end', async () => {
    const { world, asked } = slowWorld()
    const expression = compileExpression('ask("a") == "re: a" and "#{1 / 0}" == ""', library)
    expect(await expression.evaluate(scopesOf(), world)).toMatchObject({ value: true, diagnostics: [{ code: 'division-by-zero' }] })
    expect(await compileTemplate('Hi #{ask("b")}, #{ask("c")}!', library).render(scopesOf(), world)).toBe('Hi re: b, re: c!')
    expect(asked).toEqual(['a', 'b', 'c'])
  })
})
