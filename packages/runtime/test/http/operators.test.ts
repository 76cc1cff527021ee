import { expect, it } from 'vitest'
import { serve } from './serve.ts'

it('an operator comes on shift himself; setting the status of somebody else needs more', async () => {
  const server = await serve()
  const { id } = (await server.call('POST', '/api/projects', { name: 'Shop' })).body
  const operator = server.as(await server.person(id, 'operator'))
  const status = `/api/projects/${id}/operators`
  expect((await operator.call('PUT', `${status}/me/status`, { status: 'shift' })).body).toMatchObject({ status: 'shift' })
  expect((await operator.call('PUT', `${status}/1/status`, { status: 'shift' })).status).toBe(403)
  expect((await server.as('nobody').call('PUT', `${status}/me/status`, { status: 'shift' })).status).toBe(401)
})
