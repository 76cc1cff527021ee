import { expect, it } from 'vitest'
import { funnel, talk } from '../../test/funnel.ts'

const twoFaults = funnel({ 1: { type: 'start', condition: 'go', calculator: 'a = 1 / 0\nb = 2\nc = 3 / 0', text: 'done' } })

it('counts what is met again within a minute, and keeps the lines of a script apart', async () => {
  const chat = await talk(twoFaults)
  for (const text of ['go', 'go', 'go']) await chat.say('ann', text)
  const entries = await chat.installation.projects.log(chat.project)
  expect(entries.map(({ code, block, facts, count }) => ({ code, block, line: facts.line, count }))).toEqual([
    { code: 'division-by-zero', block: 1, line: '3', count: 3 },
    { code: 'division-by-zero', block: 1, line: '1', count: 3 },
  ])
})
