import { expect, it } from 'vitest'
import { funnel, noon, talk } from '../../test/funnel.ts'
import { rows } from '../../test/storage.ts'

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
  const first = [await chat.say('anna', 'wish 1'), await chat.say('boris', 'wish 2')]
  const ids = [await chat.clientId('anna'), await chat.clientId('boris')]
  expect(first, 'told in the very turn that opens them').toEqual([[`${ids[0]}-1`], [`${ids[1]}-2`]])
  expect([await chat.say('anna', 'wish 3'), await chat.say('boris', 'wish 4')]).toEqual([[`${ids[0]}-1`], [`${ids[1]}-2`]])
  expect(await chat.say('anna', 'bye')).toEqual(['bye', 'closed'])
  const orders = await rows(chat.installation.db, 'select number, status, submitted_at, variables from orders order by number')
  expect(orders).toMatchObject([
    { number: 1, status: 'active', submitted_at: noon, variables: '{"wish":"wish 3"}' },
    { number: 2, status: 'active', submitted_at: null, variables: '{"wish":"wish 4"}' },
  ])
  await chat.say('anna', 'wish 5')
  expect(await chat.say('anna', 'wish 6')).toEqual([`${ids[0]}-3`])
})

it('an order that is opened and closed in one turn, and the one that follows in that turn, have the numbers that their texts told', async () => {
  const chat = await talk(
    funnel(
      {
        1: { type: 'start', condition: 'buy', matchType: 'exact', calculator: 'wish = "tea"', text: 'ordering #{order_id}' },
        2: { type: 'close_order', text: 'ordered #{order_id}' },
        3: { type: 'state', calculator: 'wish = "more"', text: 'next #{order_id}' },
        4: { type: 'nonstate_cond', condition: 'which', matchType: 'exact', text: '#{order_id}' },
      },
      [
        [1, 2, { delay: { value: 0, unit: 'seconds' } }],
        [2, 3, { delay: { value: 0, unit: 'seconds' } }],
      ],
    ),
  )
  const told = await chat.say('anna', 'buy')
  const id = await chat.clientId('anna')
  expect(told).toEqual([`ordering ${id}-1`, `ordered ${id}-1`, `next ${id}-2`])
  expect(await chat.say('anna', 'which')).toEqual([`${id}-2`])
  expect(await rows(chat.installation.db, 'select number, submitted_at from orders order by number')).toEqual([
    { number: 1, submitted_at: noon },
    { number: 2, submitted_at: null },
  ])
})
