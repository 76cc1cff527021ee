import type { Endpoint } from '@voronka/api'
import { accepted, type Route } from '../http/answer.ts'
import { nobody, type Actor } from '../http/actor.ts'
import { actorOf } from '../http/call.ts'
import type { Installation } from '../installation.ts'
import type { FileOwner } from './files.ts'

/** Joins an endpoint that takes a file to the code that says whose it is: asked, and perhaps refused, before a byte of the file is read. */
export const answerUpload =
  <In, Out>(endpoint: Endpoint<In, Out>, ownerOf: (input: In, installation: Installation, actor: Actor) => Promise<FileOwner>): Route =>
  (router, installation) => {
    const { files } = installation
    router[endpoint.method](endpoint.path, async (req, res) => {
      const input = accepted(endpoint.read({ params: req.params, query: req.query, body: undefined }))
      const owner = await ownerOf(input, installation, endpoint.access === 'anybody' ? nobody : actorOf(req))
      const { receiveFile } = await import('./receive-file.ts')
      await files.expectRoom()
      res.json(await files.keep(await receiveFile(req, res, files.storage), owner))
    })
  }
