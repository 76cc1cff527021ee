import { drive } from '@voronka/flow/engine'
import { readdirSync, utimesSync } from 'node:fs'
import { request } from 'node:http'
import { connect } from 'node:net'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { echo } from '../funnel.ts'
import { temporaryFolder } from '../temporary-file.ts'
import { serve, type TestServer } from './serve.ts'

const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
const hour = 3_600_000

/** A server with a published funnel, its files in a folder that the test sees. */
async function withChat(settings: Parameters<typeof serve>[0] = {}) {
  const files = join(temporaryFolder(), 'files')
  const server = await serve(settings, { files })
  const { id, revision } = (await server.call('POST', '/api/projects', { file: echo })).body
  await server.call('POST', `/api/projects/${id}/publish`, { revision })
  const { channels } = (await server.call('GET', `/api/projects/${id}/channels`)).body
  return { server, project: Number(id), channel: String(channels[0].key), files }
}

async function upload(server: TestServer, path: string, content: Uint8Array<ArrayBuffer> | string, name = 'a.png', field = 'file') {
  const form = new FormData()
  form.append(field, new Blob([content]), name)
  return server.call('POST', path, form)
}

const stored = (folder: string): string[] => {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((each) => (each.isFile() ? [each.name] : []))
  } catch {
    return []
  }
}

/** As if they had lain there for a day. */
function makeOld(folder: string): void {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) utimesSync(join(entry.parentPath, entry.name), new Date(), new Date(Date.now() - 24 * hour))
  }
}

/** Sends a file without saying how long it is; gives the status of the answer, which comes before all is sent. */
function sendChunked({ url, headers: own }: TestServer, path: string, bytes: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = { ...own, 'content-type': 'multipart/form-data; boundary=b', 'transfer-encoding': 'chunked' }
    const sending = request(url + path, { method: 'POST', headers }, (answer) => {
      answer.resume()
      resolve(answer.statusCode ?? 0)
    })
    sending.on('error', reject)
    sending.write('--b\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\n')
    sending.write(Buffer.alloc(bytes))
  })
}

describe('an uploaded file', () => {
  it('is stored under a random address and given back as it was', async () => {
    const { server, project, files } = await withChat()
    const { status, body } = await upload(server, `/api/projects/${project}/files`, png, 'Мой кот.png')
    expect([status, body]).toMatchObject([200, { name: 'Мой кот.png', type: 'image/png', kind: 'image', size: png.length }])
    expect(body.url).toMatch(/^\/files\/[0-9a-f]{32}\/%D0%9C/)
    expect(stored(files)).toEqual([body.id])
    const answer = await fetch(server.url + body.url)
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(png)
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'image/png',
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringContaining('sandbox'),
      'content-disposition': expect.stringMatching(/^inline; filename\*=UTF-8''%D0%9C/),
    })
  })

  it('is sent in parts to a player that asks for them', async () => {
    const { server, project } = await withChat()
    const { url } = (await upload(server, `/api/projects/${project}/files`, png)).body
    const part = await fetch(server.url + url, { headers: { range: 'bytes=1-3' } })
    expect([part.status, await part.text(), part.headers.get('content-range')]).toEqual([206, 'PNG', `bytes 1-3/${png.length}`])
    expect((await fetch(server.url + url, { headers: { range: 'bytes=999999-' } })).status).toBe(416)
  })

  it.each([
    ['a page', '<!doctype html><script>alert(1)</script>', 'x.html'],
    ['a picture of lines', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', 'x.svg'],
    ['a page that calls itself a picture', '<script>alert(1)</script>', 'x.png'],
  ])('that could do something is only ever downloaded: %s', async (_what, content, name) => {
    const { server, project } = await withChat()
    const { url, kind } = (await upload(server, `/api/projects/${project}/files`, content, name)).body
    const answer = await fetch(server.url + url)
    expect(kind).toBe('file')
    expect(answer.headers.get('content-type')).toBe('application/octet-stream')
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment;/)
  })

  it('goes with its project, and what is left of it is swept away', async () => {
    const { server, project, files } = await withChat()
    const { url } = (await upload(server, `/api/projects/${project}/files`, png)).body
    const { db } = server.installation
    await db.run(db.build.deleteFrom('projects').where('id', '=', project))
    expect((await fetch(server.url + url)).status).toBe(404)
    makeOld(files)
    expect(await server.installation.files.sweep()).toBe(1)
    expect(stored(files)).toEqual([])
  })
})

describe('an upload that is refused leaves nothing', () => {
  it('when it is larger than 20 MB, told or not', async () => {
    const { server, project, files } = await withChat()
    const path = `/api/projects/${project}/files`
    const big = await upload(server, path, new Uint8Array(20_000_001)).catch(() => ({
      status: 413,
      body: { error: { code: 'too-large' } },
    }))
    expect([big.status, big.body.error.code]).toEqual([413, 'too-large'])
    expect(await sendChunked(server, path, 21_000_000)).toBe(413)
    await expect.poll(() => stored(files)).toEqual([])
    expect((await upload(server, path, new Uint8Array(20_000_000))).status).toBe(200)
  })

  it.each([
    ['JSON', 'application/json', '{}', 415],
    ['no border', 'multipart/form-data', 'x', 400],
    [
      'an end in the middle',
      'multipart/form-data; boundary=b',
      '--b\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nhalf',
      400,
    ],
    ['no file', 'multipart/form-data; boundary=b', '--b\r\nContent-Disposition: form-data; name="file"\r\n\r\nx\r\n--b--\r\n', 400],
    ['noise', 'multipart/form-data; boundary=b', '\0'.repeat(5000), 400],
    [
      'another name',
      'multipart/form-data; boundary=b',
      '--b\r\nContent-Disposition: form-data; name="photo"; filename="a"\r\n\r\nx\r\n--b--\r\n',
      400,
    ],
    [
      'two files',
      'multipart/form-data; boundary=b',
      `${'--b\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nx\r\n'.repeat(2)}--b--\r\n`,
      400,
    ],
  ])('when it is %s', async (_what, type, body, status) => {
    const { server, project, files } = await withChat()
    const answer = await server.call('POST', `/api/projects/${project}/files`, body, { 'content-type': type })
    expect([answer.status, answer.body.error.code]).toEqual([status, expect.any(String)])
    await expect.poll(() => stored(files)).toEqual([])
    expect(server.log.filter((line) => line.includes('"level":"error"'))).toEqual([])
  })

  it('when its sender goes away in the middle', async () => {
    const { server, project, files } = await withChat()
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1')
    socket.on('error', () => undefined)
    const own = Object.entries(server.headers).map(([name, value]) => `${name}: ${value}\r\n`)
    socket.write(
      `POST /api/projects/${project}/files HTTP/1.1\r\nHost: ${new URL(server.url).host}\r\n${own.join('')}Content-Type: multipart/form-data; boundary=b\r\nContent-Length: 100000\r\n\r\n` +
        `--b\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\n${'x'.repeat(50_000)}`,
    )
    await expect.poll(() => stored(files)).toHaveLength(1)
    socket.destroy()
    await expect.poll(() => stored(files)).toEqual([])
    expect((await server.call('GET', '/health')).status).toBe(200)
  })

  it('when there is no such project or chat', async () => {
    const { server, files } = await withChat()
    expect((await upload(server, '/api/projects/99/files', png)).body.error.code).toBe('project-not-found')
    expect((await upload(server, '/chat/nobody/files?visitor=v', png)).body.error.code).toBe('channel-not-found')
    expect(stored(files)).toEqual([])
  })
})

it('finds nothing under a wrong address', async () => {
  const { server } = await withChat()
  for (const path of ['/files/x/y', `/files/${'a'.repeat(32)}/y`, '/files/..%2fvoronka.db/y', '/files/%00/y']) {
    expect((await server.call('GET', path)).status, path).toBe(404)
  }
})

it('counts what one address uploads to the chat', async () => {
  const { server, channel } = await withChat({ proxy: '127.0.0.1' })
  const from = (address: string, path: string) => {
    const form = new FormData()
    form.append('file', new Blob([png]), 'a.png')
    return server.call('POST', path, form, { 'x-forwarded-for': address }).then(({ status }) => status)
  }
  const statuses: number[] = []
  for (let count = 0; count < 21; count++) statuses.push(await from('203.0.113.7', `/chat/${channel}/files?visitor=anna`))
  expect([statuses.filter((status) => status === 200).length, statuses.at(-1)]).toEqual([20, 429])
  expect(await from('203.0.113.8', `/chat/${channel}/files?visitor=boris`)).toBe(200)
  await server.advance(5000)
  expect(await from('203.0.113.7', `/chat/${channel}/files?visitor=anna`)).toBe(200)
})

it('of a task is a picture or a video of the project', async () => {
  const { server, project } = await withChat()
  const kept = async (content: Uint8Array<ArrayBuffer> | string) =>
    (await upload(server, `/api/projects/${project}/files`, content)).body.url
  const picture = await kept(png)
  const other = (await server.call('POST', '/api/projects', { name: 'Other' })).body.id
  const create = (url: string, where = project) =>
    server.call('POST', `/api/projects/${where}/tasks`, { title: 'Call', date: '2026-03-11', attachments: [{ url, name: 'a' }] })
  expect((await create(picture)).body.attachments).toEqual([{ url: picture, name: 'a' }])
  expect((await create('https://example.com/a.png')).status).toBe(200)
  for (const url of [await kept('a text'), `/files/${'0'.repeat(32)}/a.png`, 'javascript:alert(1)'])
    expect((await create(url)).status, url).toBe(400)
  expect((await create(picture, other)).status).toBe(400)
})

describe('a visitor', () => {
  const message = (id: string, visitor: string, attachments: string[]) => ({ id, visitor, attachments })

  it('sends a file, and the dialogue shows it', async () => {
    const { server, channel } = await withChat()
    const { url } = (await upload(server, `/chat/${channel}/files?visitor=anna`, png, 'кот.png')).body
    expect((await server.call('POST', `/chat/${channel}/messages?wait=1`, message('1', 'anna', [url]))).status).toBe(200)
    const { messages } = (await server.call('GET', `/chat/${channel}/history?visitor=anna`)).body
    expect(messages[0].attachments).toEqual([{ kind: 'image', url, name: 'кот.png' }])
  })

  it('cannot send a file of somebody else, of nobody, or of the staff', async () => {
    const { server, channel, project } = await withChat()
    const hers = (await upload(server, `/chat/${channel}/files?visitor=anna`, png)).body.url
    const staff = (await upload(server, `/api/projects/${project}/files`, png)).body.url
    for (const url of [hers, staff, `/files/${'0'.repeat(32)}/a.png`, hers.replace('a.png', 'b.png')]) {
      const { status, body } = await server.call('POST', `/chat/${channel}/messages`, message('1', 'boris', [url]))
      expect([status, body.error.message]).toEqual([400, expect.stringContaining('attachments[0]')])
    }
  })

  it('loses what he never sent after a day, and keeps what he sent until he is deleted', async () => {
    const { server, channel, files } = await withChat()
    const sent = (await upload(server, `/chat/${channel}/files?visitor=anna`, png)).body
    await upload(server, `/chat/${channel}/files?visitor=anna`, png)
    await server.call('POST', `/chat/${channel}/messages?wait=1`, message('1', 'anna', [sent.url]))
    await server.advance(25 * hour)
    makeOld(files)
    expect(await server.installation.files.sweep()).toBe(1)
    expect(stored(files)).toEqual([sent.id])
    const { clients, db } = server.installation
    const anna = await drive(clients.findByOutsideId(channel, 'anna'))
    await db.transaction(() => clients.remove(anna?.id ?? 0))
    expect(await server.installation.files.sweep()).toBe(1)
    expect(stored(files)).toEqual([])
  })
})
