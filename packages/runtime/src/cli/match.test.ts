import { expect, it } from 'vitest'
import { processorTimeOf } from '../../../house/src/processor-time.ts'
import cases from '../../../flow/test/conformance/matching.json' with { type: 'json' }
import { runCommand } from '../../test/run-command.ts'
import { runProcess } from '../../test/run-process.ts'

const lines = (text: string): { id: unknown; matches?: boolean; error?: string }[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))

it('decides every conformance case as the reference does, in the real process', async () => {
  const { code, stdout } = await runProcess(['match'], cases.map((each) => JSON.stringify(each)).join('\n'))
  expect(lines(stdout)).toEqual(cases.map(({ id, matches }) => ({ id, matches })))
  expect(code).toBe(0)
})

it('answers ten thousand lines in seconds, in their order', async () => {
  const asked = Array.from({ length: 10_000 }, (_, id) =>
    JSON.stringify({ id, match_type: 'keywords', condition: 'price;cost', message: id % 2 ? 'what is the price' : 'hello' }),
  )
  let answers: ReturnType<typeof lines> = []
  const took = await processorTimeOf(async () => (answers = lines((await runCommand(['match'], asked.join('\n'))).stdout)))
  expect(answers).toEqual(asked.map((_, id) => ({ id, matches: id % 2 === 1 })))
  expect(took).toBeLessThan(10_000)
})

it('answers a bad line with its id and an error, and goes on', async () => {
  const good = { id: 'a', match_type: 'exact', condition: 'yes', message: 'Yes' }
  const asked = ['{', JSON.stringify({ ...good, match_type: 'guess' }), JSON.stringify({ ...good, message: 1 }), JSON.stringify(good)]
  const answers = lines((await runCommand(['match'], asked.join('\n'))).stdout)
  expect(answers).toEqual([
    { id: null, error: expect.any(String) },
    { id: 'a', error: expect.any(String) },
    { id: 'a', error: expect.any(String) },
    { id: 'a', matches: true },
  ])
})

it('takes variables, strings not to answer and a comparison', async () => {
  const line = { match_type: 'exact', condition: '#{word}', message: 'Hi', variables: { word: 'hi', 'client.n': 5 } }
  const asked = [line, { ...line, ignore: 'hi' }, { ...line, compare: 'n > 4' }, { ...line, compare: 'n > 5' }]
  const answers = lines((await runCommand(['match'], asked.map((each) => JSON.stringify(each)).join('\n'))).stdout)
  expect(answers.map(({ matches }) => matches)).toEqual([true, false, true, false])
})
