import { chatLookSchema } from '@voronka/api'
import { settle } from '@voronka/flow/engine'
import express from 'express'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import type { Server } from 'node:http'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readSettings } from '../../src/config/settings.ts'
import { createDoor } from '../../src/http/door.ts'
import { builderPages, chatPages } from '../../src/http/pages.ts'
import type { ChatLooks } from '../../src/web-chat/chat-looks.ts'

/** The shop's chat may stand on its own sites only. */
const chatLooks: Pick<ChatLooks, 'find'> = {
  find: (channel) => settle(chatLookSchema.parse({ sites: channel === 'shop' ? ['shop.example', '*.shop.example'] : [] })),
}

const root = mkdtempSync(join(tmpdir(), 'voronka-pages-'))
let server: Server
let url = ''

beforeAll(async () => {
  const files = {
    'apps/builder/dist/index.html': '<title>Builder</title>',
    'apps/builder/dist/assets/main-abc.js': 'builder()',
    'apps/builder/dist/icon.svg': '<svg/>',
    'apps/widget/dist/index.html': '<title>Chat</title><div id="chat"></div>',
    'apps/widget/dist/index-abc.css': 'a{}',
    'secret.txt': 'secret',
  }
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, file)), { recursive: true })
    writeFileSync(join(root, file), text)
  }
  writeFileSync(join(root, 'apps/builder/dist/assets/main-abc.js.gz'), gzipSync('builder()'))
  const app = express()
  const owned = { accounts: { owned: async () => true } }
  app.use(chatPages(root, { chatLooks }), builderPages(root, createDoor(readSettings([], {})), owned))
  app.use((_req, res) => void res.status(404).send('nothing'))
  server = app.listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const address = server.address()
  url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
})

afterAll(() => {
  server.close()
  rmSync(root, { recursive: true })
})

const open = async (path: string, accept = 'text/html,*/*;q=0.8') => {
  const response = await fetch(url + path, { headers: { accept } })
  return {
    status: response.status,
    text: await response.text(),
    cache: response.headers.get('cache-control'),
    type: response.headers.get('content-type'),
  }
}

describe('the builder', () => {
  it.each(['/', '/projects/1', '/projects/1/blocks/5?tab=message'])(
    'is one page for every address that a person opens: %s',
    async (path) => {
      expect(await open(path)).toMatchObject({ status: 200, text: '<title>Builder</title>', cache: 'no-cache' })
    },
  )

  it('is given at the front door to who asks for anything at all, but does not stand in for a missing address', async () => {
    expect(await open('/', '*/*')).toMatchObject({ status: 200, text: '<title>Builder</title>' })
    for (const missing of ['/api/nothing', '/history']) expect(await open(missing, '*/*')).toMatchObject({ status: 404, text: 'nothing' })
  })

  it('gives built files for ever, and everything else anew', async () => {
    expect(await open('/assets/main-abc.js')).toMatchObject({
      status: 200,
      text: 'builder()',
      cache: 'public, max-age=31536000, immutable',
    })
    expect(await open('/icon.svg')).toMatchObject({ status: 200, cache: 'no-cache', type: 'image/svg+xml' })
  })

  it('gives built files compressed to who takes that, each with an answer that they have not changed', async () => {
    for (const [takes, encoding] of [
      ['gzip, br', 'gzip'],
      ['identity', null],
      ['gzip;q=0', null],
    ] as const) {
      const ask = (more: Record<string, string>) => fetch(`${url}/assets/main-abc.js`, { headers: { 'accept-encoding': takes, ...more } })
      const { headers, ...answer } = await ask({}).then(async (got) => ({
        headers: got.headers,
        status: got.status,
        text: await got.text(),
      }))
      const header = (name: string) => headers.get(name)
      expect(answer).toEqual({ status: 200, text: 'builder()' })
      expect(['content-encoding', 'vary', 'cache-control', 'content-type'].map(header)).toEqual([
        encoding,
        'Accept-Encoding',
        'public, max-age=31536000, immutable',
        'text/javascript; charset=utf-8',
      ])
      expect((await ask({ 'if-none-match': header('etag') ?? '', 'cache-control': 'max-age=0' })).status).toBe(304)
    }
    const missing = await fetch(`${url}/assets/old-xyz.js`, { headers: { 'accept-encoding': 'gzip' } })
    expect([missing.status, missing.headers.get('content-encoding')]).toEqual([404, null])
  })

  it('is no answer to a program, nor to a file that is not there', async () => {
    expect((await open('/projects/1', 'application/json')).status).toBe(404)
    expect((await open('/assets/old-xyz.js')).status).toBe(404)
    expect((await open('/missing.png')).status).toBe(404)
  })

  it.each(['/assets/..%2f..%2f..%2f..%2fsecret.txt', '/..%2f..%2fsecret.txt', '/%2e%2e/%2e%2e/secret.txt'])(
    'shows nothing beside it: %s',
    async (path) => {
      expect((await open(path)).text).not.toContain('secret')
    },
  )
})

describe('the chat page', () => {
  it('is the same for every channel, with its files under one address', async () => {
    const { status, text } = await open('/chat/abc')
    expect([status, text.startsWith('<title>Chat</title><div id="chat" data-look="{&quot;color')]).toEqual([200, true])
    expect(await open('/chat-assets/index-abc.css')).toMatchObject({ status: 200, cache: 'public, max-age=31536000, immutable' })
  })

  it('may stand in frames of any site, or of those that the settings of its channel name', async () => {
    const frames = async (path: string) => {
      const { headers } = await fetch(url + path, { headers: { accept: 'text/html' } })
      return [/frame-ancestors ([^;]*)/.exec(headers.get('content-security-policy') ?? '')?.[1], headers.get('x-frame-options')]
    }
    expect(await frames('/chat/abc')).toEqual(['*', null])
    expect(await frames('/chat/shop')).toEqual(["'self' shop.example *.shop.example", null])
  })
})
