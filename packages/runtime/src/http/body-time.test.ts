import express from 'express'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { afterEach, expect, it } from 'vitest'
import { endSlowBodies } from './body-time.ts'
import { everyRequest } from './every-request.ts'

const open: (() => void)[] = []
afterEach(() => open.splice(0).forEach((close) => close()))

/** Sends a request and gives what came back until the connection was closed or something was answered. */
async function answerTo(request: string): Promise<string> {
  const app = express()
  app.use(everyRequest(endSlowBodies(50)), express.json(), (req, res) => void res.json({ length: JSON.stringify(req.body ?? '').length }))
  app.use(((_error, _req, res, _next) => void res.status(400).end()) satisfies express.ErrorRequestHandler)
  const server = createServer(app).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
  open.push(() => (socket.destroy(), server.close()))
  let said = ''
  socket.on('data', (chunk) => (said += String(chunk)))
  socket.write(request.replaceAll('\n', '\r\n'))
  await Promise.race([once(socket, 'close'), once(socket, 'data')])
  return said
}

const head = 'POST / HTTP/1.1\nHost: x\nContent-Type: application/json\n'

it('closes a connection whose body does not come', async () => {
  expect(await answerTo(`${head}Content-Length: 100\n\n{"a":`)).toBe('')
})

it('leaves alone what came whole', async () => {
  expect(await answerTo(`${head}Content-Length: 2\n\n{}`)).toContain('200 OK')
})
