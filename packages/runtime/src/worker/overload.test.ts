import { expect, it } from 'vitest'
import { echo, talk } from '../../test/funnel.ts'
import { Overloaded } from './contract.ts'

const text = (what: string) => ({ kind: 'text', text: what }) as const

it('asks a sender who sends too much at once to come back later, and nobody else', async () => {
  const chat = await talk(echo)
  const flood = Array.from({ length: 300 }, (_, number) => chat.send('flood', text('x'), `f${number}`))
  const other = chat.send('anna', text('hi'))
  const answers = await Promise.allSettled(flood)
  expect(await other).toEqual(['hi'])
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(100)
  expect(answers.flatMap((each) => (each.status === 'rejected' && each.reason instanceof Overloaded ? [1] : []))).toHaveLength(200)
  // What was refused can be sent again.
  expect(await chat.send('flood', text('again'), 'f299')).toEqual(['again'])
  await chat.installation.close()
})
