import { openApi } from '@voronka/api'
import express, { Router, type Express } from 'express'
import { createServer as createHttpServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Logger } from 'pino'
import { root, version } from '../config/root.ts'
import type { Settings } from '../config/settings.ts'
import { failure } from '../errors.ts'
import type { Installation } from '../installation.ts'
import { publicFileRoutes } from '../files/files.routes.ts'
import { webChatRoutes } from '../web-chat/web-chat.routes.ts'
import { guardBuilder } from './access.ts'
import { answerFailure } from './answer-failure.ts'
import { readBodies } from './body.ts'
import { expressPrototypes } from './express-prototypes.ts'
import { healthRoute } from './health.ts'
import { limitAddress, readQuery } from './limits.ts'
import { metricsRoute } from './metrics.ts'
import { openStreams } from './open-streams.ts'
import { builderPages, chatPages } from './pages.ts'
import { requestLog } from './request-log.ts'
import { allRoutes } from './routes.ts'
import { securityHeaders } from './security-headers.ts'

export interface HttpServer {
  /** Begins to listen; gives the address as a URL. Rejects with Node's error when that cannot be. */
  listen(): Promise<string>
  /** Takes no new requests, ends the streams, lets what runs finish, and cuts what has not finished in time. */
  close(graceMs?: number): Promise<void>
}

/** The HTTP side of an installation: pages, API and chat on one port. */
export function createServer(installation: Installation, settings: Settings, log: Logger): HttpServer {
  const app = express()
  app.disable('x-powered-by')
  app.disable('etag')
  app.set('query parser', readQuery)
  const streams = openStreams()
  app.use(requestLog(log), securityHeaders, limitAddress, streams.watch)
  // The chat comes first: it is the hottest path, and it reads its own bodies.
  app.use(webChatRoutes(installation))
  app.use(publicFileRoutes(installation), healthRoute(installation, version), metricsRoute(installation, settings), chatPages(root))
  app.use(apiRoutes(installation, settings))
  app.use(builderPages(root, settings))
  app.use(() => {
    throw failure('not-found')
  })
  app.use(answerFailure(log))
  return listening(withTimeouts(app), settings, streams)
}

/** The application's own API; its document describes it (`/api/openapi.json`). */
function apiRoutes(installation: Installation, settings: Settings): Router {
  const router = Router()
  const document = JSON.stringify(openApi(version))
  router.use('/api', guardBuilder(settings), (_req, res, next) => {
    res.setHeader('Cache-Control', 'no-store')
    next()
  })
  router.use(readBodies())
  router.get('/api/openapi.json', (_req, res) => void res.type('json').send(document))
  for (const route of allRoutes) route(router, installation)
  return router
}

/** Headers within 10 s, a whole request within 30 s (reliability-promises, P7.7); headers up to 16 KB (P7.4). */
function withTimeouts(app: Express): Server {
  return createHttpServer(
    {
      ...expressPrototypes(app),
      maxHeaderSize: 16_384,
      headersTimeout: 10_000,
      requestTimeout: 30_000,
      keepAliveTimeout: 60_000,
      connectionsCheckingInterval: 2000,
      noDelay: true,
    },
    app,
  )
}

/** How long a stop may wait for requests; with what follows it stays below ten seconds (P4.8). */
const usualGraceMs = 5000

function listening(server: Server, { host, port }: Settings, streams: ReturnType<typeof openStreams>): HttpServer {
  return {
    listen: () =>
      new Promise((resolve, reject) => {
        server.once('error', reject)
        server.listen({ host, port }, () => {
          server.off('error', reject)
          resolve(urlOf(server.address()))
        })
      }),
    close: (graceMs = usualGraceMs) =>
      new Promise((resolve) => {
        const cut = setTimeout(() => server.closeAllConnections(), graceMs)
        server.close(() => {
          clearTimeout(cut)
          resolve()
        })
        streams.end()
        server.closeIdleConnections()
      }),
  }
}

function urlOf(address: AddressInfo | string | null): string {
  if (address === null || typeof address === 'string') throw new Error('The server listens on no port.')
  const everywhere = address.address === '0.0.0.0' || address.address === '::'
  const host = everywhere ? '127.0.0.1' : address.family === 'IPv6' ? `[${address.address}]` : address.address
  return `http://${host}:${address.port}`
}
