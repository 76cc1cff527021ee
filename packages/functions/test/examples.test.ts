import { describe, expect, it } from 'vitest'
import { allFunctions } from '../src/index.ts'
import { matchesExpected } from './matches-expected.ts'
import { runScript } from './run-script.ts'

const examples = allFunctions.flatMap(({ name, aliases, examples: own }) =>
  own.map((example) => ({ name, names: [name, ...aliases], ...example })),
)

describe('the examples of help say the truth', () => {
  it.each(examples)('$name: $script', async ({ name, names, script, now, ...expected }) => {
    const lines = script.split('\n')
    const { read, diagnostics } = await runScript([...lines.slice(0, -1), `result = ${lines.at(-1)}`].join('\n'), { ...(now && { now }) })
    const possible = 'givesOneOf' in expected ? expected.givesOneOf : [expected.gives]
    const actual = read('result')
    expect(
      possible.some((each) => matchesExpected(each, actual)),
      `${name} gives ${String(actual)}; ${JSON.stringify(diagnostics)}`,
    ).toBe(true)
    expect(names.some((each) => script.includes(`${each}(`))).toBe(true)
  })

  it('and an example that gives nothing says so by a function that refuses, not by a slip of the pen', async () => {
    for (const { script } of examples) {
      const { diagnostics } = await runScript(script)
      expect(
        diagnostics.map(({ code }) => code).filter((code) => !refusals.has(code)),
        script,
      ).toEqual([])
    }
  })
})

const refusals = new Set(['no-answer', 'wrong-argument', 'invalid-pattern'])
