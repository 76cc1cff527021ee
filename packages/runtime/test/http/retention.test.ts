import { describe, expect, it } from 'vitest'
import { serve } from './serve.ts'

const days = { messages: 365, traces: null, inbox: 2, log: 10 }

describe('how long a project keeps things', () => {
  it('is standard until somebody says otherwise, for each project alone', async () => {
    const server = await serve()
    await server.call('POST', '/api/projects', { name: 'One' })
    await server.call('POST', '/api/projects', { name: 'Two' })
    const standard = { messages: null, traces: 30, inbox: 7, log: 90 }
    expect((await server.call('GET', '/api/projects/1/retention')).body).toEqual(standard)
    expect(await server.call('PUT', '/api/projects/1/retention', days)).toMatchObject({ status: 200, body: days })
    expect((await server.call('GET', '/api/projects/1/retention')).body).toEqual(days)
    expect((await server.call('GET', '/api/projects/2/retention')).body).toEqual(standard)
  })

  it('cannot be so short that repeats of an event would not be known', async () => {
    const server = await serve()
    await server.call('POST', '/api/projects', { name: 'One' })
    expect((await server.call('PUT', '/api/projects/1/retention', { ...days, inbox: 1 })).status).toBe(400)
  })

  it('is told of projects only that are there', async () => {
    const server = await serve()
    expect((await server.call('GET', '/api/projects/7/retention')).status).toBe(404)
    expect((await server.call('PUT', '/api/projects/7/retention', days)).status).toBe(404)
  })
})
