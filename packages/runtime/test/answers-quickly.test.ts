/** How long calls take, measured against others of the same server. */
import { expect, it } from 'vitest'
import { processorTimeOf } from '../../house/src/processor-time.ts'
import { funnel } from './funnel.ts'
import { serve } from './http/serve.ts'

it('the test chat answers quickly after a long talk', async () => {
  const server = await serve()
  const file = funnel({ 1: { type: 'start', text: 'You said #{question}' } })
  const { id } = (await server.call('POST', '/api/projects', { file })).body
  const path = `/api/projects/${id}/test-chat/1`
  for (let turn = 0; turn < 300; turn++) await server.call('POST', `${path}/events`, { kind: 'text', text: String(turn) })
  const took = await processorTimeOf(() => server.call('GET', path), 10)
  const health = await processorTimeOf(() => server.call('GET', '/health'), 10)
  expect((await server.call('GET', path)).body.messages).toHaveLength(500)
  expect(took / health).toBeLessThan(40)
})
