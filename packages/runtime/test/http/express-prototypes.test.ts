import express from 'express'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { expect, it } from 'vitest'
import { expressPrototypes } from '../../src/http/express-prototypes.ts'

it('gives Express requests and responses whose prototype it need not change', async () => {
  const app = express()
  app.get('/', (req, res) => void res.json({ ip: req.ip !== undefined }))
  const seen: [IncomingMessage, object, ServerResponse, object][] = []
  const server = createServer(expressPrototypes(app), (req, res) => {
    seen.push([req, Object.getPrototypeOf(req), res, Object.getPrototypeOf(res)])
    app(req, res)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const answer = await fetch(`http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/`)
  expect(await answer.json()).toEqual({ ip: true })
  for (const [req, before, res, beforeResponse] of seen) {
    expect(Object.getPrototypeOf(req)).toBe(before)
    expect(Object.getPrototypeOf(res)).toBe(beforeResponse)
  }
  expect(seen).toHaveLength(1)
  server.close()
})
