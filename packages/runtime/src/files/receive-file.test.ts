import express from 'express'
import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { createServer } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { temporaryFolder } from '../../test/temporary-file.ts'
import { Failure } from '../errors.ts'
import { folderStorage } from './file-storage.ts'
import { receiveFile } from './receive-file.ts'

it('ends an upload of which nothing more comes, and keeps nothing of it', async () => {
  const folder = join(temporaryFolder(), 'files')
  const app = express()
  app.post('/', async (req, res) => void res.json(await receiveFile(req, res, folderStorage(folder), 100)))
  app.use(
    ((error, _req, res, _next) =>
      void res.status(error instanceof Failure ? error.status : 500).end()) satisfies express.ErrorRequestHandler,
  )
  const server = createServer(app).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
  let said = ''
  socket.on('data', (chunk) => (said += String(chunk)))
  socket.write(
    'POST / HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 100000\r\n\r\n' +
      `--b\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\n${'x'.repeat(50_000)}`,
  )
  await once(socket, 'close')
  server.close()
  expect(said).toContain('408')
  await expect.poll(() => readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile())).toEqual([])
})
