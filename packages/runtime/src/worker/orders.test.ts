import { expect, it } from 'vitest'
import { funnel, talk } from '../../test/funnel.ts'

it('opens an order silently with the first order variable, with a number unique in the project, and closes it', async () => {
  const chat = await talk(
    funnel(
      {
        1: { type: 'nonstate_cond', condition: 'wish', matchType: 'keywords', calculator: 'wish = question', text: '#{order_id}' },
        2: { type: 'close_order', text: 'closed' },
        3: { type: 'start', condition: 'bye', matchType: 'exact', text: 'bye' },
      },
      [[3, 2, { delay: { value: 0, unit: 'seconds' } }]],
    ),
  )
  await chat.say('anna', 'wish 1')
  await chat.say('boris', 'wish 2')
  const ids = [await chat.clientId('anna'), await chat.clientId('boris')]
  expect([await chat.say('anna', 'wish 3'), await chat.say('boris', 'wish 4')]).toEqual([[`${ids[0]}-1`], [`${ids[1]}-2`]])
  expect(await chat.say('anna', 'bye')).toEqual(['bye', 'closed'])
  const orders = chat.installation.db.connection.prepare('select number, status, variables from orders order by number').all()
  expect(orders).toMatchObject([
    { number: 1, status: 'closed', variables: '{"wish":"wish 3"}' },
    { number: 2, status: 'active' },
  ])
  await chat.say('anna', 'wish 5')
  expect(await chat.say('anna', 'wish 6')).toEqual([`${ids[0]}-3`])
})
