import { expect, it } from 'vitest'
import { funnel } from '../funnel.ts'
import { publicServer } from '../public-api/public-server.ts'

const shop = funnel({ 1: { type: 'nonstate_cond', condition: 'hello', text: 'Hi' } })

it('tells the second who changes a name, a phone or an e-mail that he saw otherwise; of two at once one is told', async () => {
  const server = await publicServer(shop)
  const path = `/api/projects/${server.project}/clients/${await server.visitor('anna')}`
  const change = async (body: object) => {
    const answer = await server.call('PATCH', path, body)
    return answer.status === 200 ? answer.body.name : answer.body.error
  }
  expect(await change({ name: 'Anna', was: { name: 'anna' } })).toBe('Anna')
  expect(await change({ name: 'Ann', was: { name: 'anna' } })).toMatchObject({
    code: 'client-changed',
    details: { conflicts: [{ field: 'name', now: 'Anna' }] },
  })
  // Another field is his to change, and what stands there already is nobody's loss.
  expect(await change({ phone: '+7 900 000-00-01', was: { phone: '' } })).toBe('Anna')
  expect(await change({ phone: '89000000001', was: { phone: '' } })).toBe('Anna')
  expect(await change({ email: 'b@example.com', phone: '', was: { phone: '', email: '' } })).toMatchObject({
    details: { conflicts: [{ field: 'phone', now: '79000000001' }] },
  })
  const both = await Promise.all(['One', 'Two'].map((name) => change({ name, was: { name: 'Anna' } })))
  const kept = both.filter((each) => typeof each === 'string')
  expect(kept).toHaveLength(1)
  expect((await server.call('GET', path)).body).toMatchObject({ name: kept[0], email: '', phone: '79000000001' })
})
