import { drive } from '@voronka/flow/engine'
import { Router, type RequestHandler } from 'express'
import { failure } from '../errors.ts'
import { refuseDeeper } from '../http/depth.ts'
import { requestId } from '../http/request-log.ts'
import type { Installation } from '../installation.ts'
import { readJson } from '../web-chat/read-json.ts'

/**
 * `POST /webhooks/<messenger>/<key>`: what messengers tell. Strangers are told that there is nothing here, before a byte of theirs is read; the messenger
 * is thanked when what it told is on disk (reliability-promises, P1.1, P7.6). Mount it before any body parser.
 */
export function messengerHooks(installation: Installation, ...guards: RequestHandler[]): Router {
  const router = Router()
  for (const work of installation.messengers.works) {
    router.post(`/webhooks/${work.kind}/:key`, ...guards, async (req, res) => {
      // What only reads waits for no commit.
      const connection = await drive(installation.connections.byInbound(String(req.params['key'])))
      if (connection?.kind !== work.kind || !work.isGenuine(connection, (name) => req.get(name))) throw failure('not-found')
      const body = await readJson(req)
      refuseDeeper(body)
      await work.take(connection, { body, request: requestId(res) })
      res.setHeader('Cache-Control', 'no-store')
      res.status(200).json({})
    })
  }
  return router
}
