import { blankBlock } from '@voronka/flow'
import { connect } from 'node:net'
import { describe, expect, it } from 'vitest'
import { funnel } from '../funnel.ts'
import { openStream } from './events.ts'
import { serve } from './serve.ts'

const reminder = funnel({ 1: { type: 'start', condition: 'hi' }, 2: { type: 'nonstate', text: 'Still there?' } }, [
  [1, 2, { delay: { value: 10, unit: 'minutes' } }],
])

const start = async () => {
  const server = await serve()
  const { id } = (await server.call('POST', '/api/projects', { file: reminder })).body
  const path = `/api/projects/${id}`
  return { server, path, open: () => openStream(`${server.url}${path}/live`, server.headers) }
}

describe('an open page', () => {
  it('hears at once which revision is the present one', async () => {
    const { server, path, open } = await start()
    await server.call('POST', `${path}/draft/edits`, { revision: 0, editor: 'a', edits: [{ type: 'put-block', block: blankBlock(3) }] })
    const page = await open()
    expect(await page.next()).toEqual({ type: 'hello', revision: 1 })
    page.close()
  })

  it('hears what another page changed', async () => {
    const { server, path, open } = await start()
    const pages = [await open(), await open()]
    for (const page of pages) await page.next()
    const edits = [{ type: 'patch-block', number: 1, fields: { text: 'Hello' } }]
    await server.call('POST', `${path}/draft/edits`, { revision: 0, editor: 'a', edits })
    for (const page of pages) expect(await page.next()).toEqual({ type: 'draft-edited', revision: 1, editor: 'a', edits })
    await server.call('POST', `${path}/publish`, { revision: 1 })
    for (const page of pages) expect(await page.next()).toMatchObject({ type: 'published', version: { number: 1 } })
    await server.call('POST', `${path}/versions/1/restore`, { revision: 1, editor: 'b' })
    for (const page of pages) expect(await page.next()).toEqual({ type: 'draft-replaced', revision: 2, editor: 'b' })
    for (const page of pages) page.close()
  })

  it('hears once of a batch that was sent twice', async () => {
    const { server, path, open } = await start()
    const page = await open()
    await page.next()
    const batch = { revision: 0, editor: 'a', edits: [{ type: 'put-block', block: blankBlock(3) }] }
    await server.call('POST', `${path}/draft/edits`, batch)
    await server.call('POST', `${path}/draft/edits`, batch)
    await server.call('POST', `${path}/draft/edits`, { ...batch, revision: 1, edits: [{ type: 'remove-block', number: 3 }] })
    expect(await page.next()).toMatchObject({ type: 'draft-edited', revision: 1 })
    expect(await page.next()).toMatchObject({ type: 'draft-edited', revision: 2 })
    page.close()
  })

  it('hears when a timer of the test chat fires by itself', async () => {
    const { server, path, open } = await start()
    const { turns } = (await server.call('POST', `${path}/test-chat/1/events`, { kind: 'text', text: 'hi' })).body
    const page = await open()
    await page.next()
    await server.advance(10 * 60_000)
    const event = await page.next()
    expect(event).toMatchObject({ type: 'test-chat-changed', person: 1 })
    expect('turn' in event && event.turn).toBeGreaterThan(turns[0].id)
    page.close()
  })

  it('hears nothing of other projects', async () => {
    const { server, path, open } = await start()
    const other = `/api/projects/${(await server.call('POST', '/api/projects', {})).body.id}`
    const page = await open()
    await page.next()
    await server.call('POST', `${other}/draft/edits`, { revision: 0, editor: 'x', edits: [{ type: 'put-block', block: blankBlock(1) }] })
    await server.call('POST', `${path}/draft/edits`, { revision: 0, editor: 'y', edits: [{ type: 'put-block', block: blankBlock(3) }] })
    expect(await page.next()).toMatchObject({ editor: 'y' })
    page.close()
  })

  it('is cut off when it does not read, and nothing is kept for it without end', async () => {
    const { server, path } = await start()
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1')
    socket.write(`GET ${path}/live HTTP/1.1\r\nHost: localhost\r\nCookie: ${server.headers['cookie']}\r\n\r\n`)
    await new Promise((resolve) => socket.once('readable', resolve))
    const text = 'x'.repeat(1_000_000)
    for (let revision = 0; revision < 16; revision++) {
      const edits = [{ type: 'patch-block', number: 1, fields: { text } }]
      await server.call('POST', `${path}/draft/edits`, { revision, editor: 'a', edits })
    }
    const closed = new Promise((resolve) => socket.once('close', resolve))
    socket.on('error', () => undefined).resume()
    await closed
  })

  it('is refused where there is no project', async () => {
    const { server } = await start()
    expect((await server.call('GET', '/api/projects/77/live')).status).toBe(404)
    expect((await server.call('GET', '/api/projects/x/live')).status).toBe(400)
  })

  it('is let go when the server stops, and leaves nothing behind when it closes', async () => {
    const { server, open } = await start()
    const [staying, leaving] = [await open(), await open()]
    await leaving.next()
    leaving.close()
    const began = Date.now()
    await Promise.all([server.close(), staying.ended()])
    expect(Date.now() - began).toBeLessThan(4500)
  })
})
