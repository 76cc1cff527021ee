import { allEndpoints, getProject, getSetup, livePath, openApi, restoreProject, setUp } from '@voronka/api'
import express, { Router, type Express, type RequestHandler } from 'express'
import { readFileSync } from 'node:fs'
import { createServer as createHttpServer, type Server } from 'node:http'
import { createServer as createHttpsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import type { Logger } from 'pino'
import { CannotStart } from '../config/cannot-start.ts'
import { root, version } from '../config/root.ts'
import type { Settings } from '../config/settings.ts'
import { failure } from '../errors.ts'
import type { Installation } from '../installation.ts'
import { callWebhooks } from '../calls/call-webhooks.routes.ts'
import { calendarFileRoutes } from '../booking/calendar-files.routes.ts'
import { publicFileRoutes } from '../files/files.routes.ts'
import { publicApiRoutes } from '../public-api/public-api.routes.ts'
import { developerLeadsRoutes } from '../leads/developer-leads.routes.ts'
import { leadFormRoutes } from '../leads/lead-form.routes.ts'
import { messengerHooks } from '../messengers/messenger-hooks.routes.ts'
import { payRoutes } from '../payments/pay.routes.ts'
import { webChatRoutes } from '../web-chat/web-chat.routes.ts'
import { answerFailure } from './answer-failure.ts'
import { readBodies } from './body.ts'
import { endSlowBodies, longestRequestMs } from './body-time.ts'
import { everyRequest } from './every-request.ts'
import { expressPrototypes } from './express-prototypes.ts'
import { addressOf, createDoor, isFromHere } from './door.ts'
import { createGuard, refuseTooMany, type Guard } from './guard.ts'
import { healthRoute } from './health.ts'
import { limitAddress, readQuery } from './limits.ts'
import { metricsRoute } from './metrics.ts'
import { openStreams } from './open-streams.ts'
import { bookPages, builderPages, chatPages } from './pages.ts'
import { requestLog } from './request-log.ts'
import { createRateLimit, networkOf } from './rate-limit.ts'
import { allRoutes } from './routes.ts'
import { securityHeaders } from './security-headers.ts'
import { afterSetUp } from './set-up-gate.ts'

export interface HttpServer {
  /** Begins to listen; gives the address as a URL. Rejects with Node's error when that cannot be. */
  listen(): Promise<string>
  /** Takes no new requests, ends the streams, lets what runs finish, and cuts what has not finished in time. */
  close(graceMs?: number): Promise<void>
}

/** The HTTP side of an installation: pages, API and chat on one port. `test`: what a server in test mode has besides. */
export function createServer(installation: Installation, settings: Settings, log: Logger, test?: Router): HttpServer {
  const streams = openStreams()
  const app = createApp(installation, settings, log, { test, streams })
  return listening(withTimeouts(app, settings), settings, streams, (url) => {
    installation.address.current ||= url
  })
}

interface AppParts {
  readonly test?: Router
  readonly streams?: ReturnType<typeof openStreams>
}

/** All that answers, without anything that listens. */
export function createApp(
  installation: Installation,
  settings: Settings,
  log: Logger,
  { test, streams = openStreams() }: AppParts = {},
): Express {
  const app = express()
  app.disable('x-powered-by')
  app.disable('etag')
  app.set('query parser', readQuery)
  if (settings.proxy !== '') app.set('trust proxy', settings.proxy.split(','))
  app.use(everyRequest(requestLog(log), securityHeaders, limitAddress, streams.watch, endSlowBodies()))
  if (test) app.use(test)
  // The chat comes first: it is the hottest path, and it reads its own bodies.
  const owned = afterSetUp(installation)
  const toVisitors = [owned, limitVisitors(installation, settings)]
  app.use(webChatRoutes(installation, ...toVisitors))
  app.use(
    publicFileRoutes(installation, { everybody: toVisitors, uploads: limitUploads(installation, settings) }),
    calendarFileRoutes(installation, ...toVisitors),
    healthRoute(installation, settings, version),
    metricsRoute(installation, settings, owned),
  )
  app.use(callWebhooks(installation), messengerHooks(installation, owned))
  app.use(chatPages(root, installation, owned))
  app.use(
    publicApiRoutes(installation, settings, log, owned),
    developerLeadsRoutes(installation, log, owned),
    leadFormRoutes(installation, ...toVisitors),
    payRoutes(installation, ...toVisitors),
  )
  app.use(bookPages(root, installation, owned))
  app.use(apiRoutes(installation, settings))
  app.use(builderPages(root, createDoor(settings), installation))
  app.use(() => {
    throw failure('not-found')
  })
  app.use(answerFailure(log))
  return app
}

/** The application's own API; its document describes it (`/api/openapi.json`). */
function apiRoutes(installation: Installation, settings: Settings): Router {
  const router = Router()
  // Long to write, and rarely read: not before somebody asks, so that a start does not wait for it.
  let document: string | undefined
  router.use('/api', (_req, res, next) => {
    res.setHeader('Cache-Control', 'no-store')
    next()
  })
  // Before the bodies: what strangers send is not even read.
  guardRoutes(router, createGuard(installation, settings))
  router.use(readBodies())
  router.get(documentPath, (_req, res) => void res.type('json').send((document ??= JSON.stringify(openApi(version)))))
  for (const route of allRoutes) route(router, installation)
  return router
}

const documentPath = '/api/openapi.json'

/** A guard before each route of the contract, at the very same address; the exact addresses before those that they would fit as well. */
function guardRoutes(router: Router, guard: Guard): void {
  const exactFirst = (path: string): string => path.replace(/:\w+/g, '\uffff')
  const sorted = allEndpoints.toSorted((a, b) => (exactFirst(a.path) < exactFirst(b.path) ? -1 : 1))
  for (const { name, method, path, access } of sorted) {
    if (!path.startsWith('/api/')) continue
    const beforeSetUp = name === getSetup.name || name === setUp.name
    router[method](path, guard({ access, path, beforeSetUp, inBin: name === restoreProject.name }))
  }
  router.get(livePath, guard({ access: getProject.access, path: livePath }))
  router.get(documentPath, guard({ access: 'person', path: documentPath }))
}

/** Visitors of the chat, by their address. Programs of this machine may ask as often as they like. */
function limitVisitors({ clock }: Installation, { chatRate, proxy }: Settings): RequestHandler {
  const limit = createRateLimit({ perSecond: chatRate, burst: 10 * chatRate })
  return (req, _res, next) => {
    if (chatRate > 0 && !isFromHere(req, proxy)) refuseTooMany(limit, networkOf(addressOf(req)), clock.now())
    next()
  }
}

/** Files of visitors are large and stay: some at once, then one every few seconds from one address. */
const uploadRate = { perSecond: 0.2, burst: 20 }

function limitUploads({ clock }: Installation, { chatRate, proxy }: Settings): RequestHandler {
  const limit = createRateLimit(uploadRate)
  return (req, _res, next) => {
    if (chatRate > 0 && !isFromHere(req, proxy)) refuseTooMany(limit, networkOf(addressOf(req)), clock.now())
    next()
  }
}

/** Headers within 10 s (reliability-promises, P7.7; bodies: `endSlowBodies`), and up to 16 KB (P7.4). */
function withTimeouts(app: Express, { tlsCert, tlsKey }: Settings): Server {
  const options = {
    ...expressPrototypes(app),
    maxHeaderSize: 16_384,
    headersTimeout: 10_000,
    requestTimeout: longestRequestMs,
    keepAliveTimeout: 60_000,
    connectionsCheckingInterval: 2000,
    noDelay: true,
  }
  if (tlsCert === '') return createHttpServer(options, app)
  return createHttpsServer({ ...options, cert: readTlsFile(tlsCert), key: readTlsFile(tlsKey), minVersion: 'TLSv1.2' }, app)
}

function readTlsFile(path: string): Buffer {
  try {
    return readFileSync(path)
  } catch (error) {
    throw new CannotStart(`The TLS file ${path} cannot be read: ${error instanceof Error ? error.message : String(error)}.`)
  }
}

/** How long a stop may wait for requests; with what follows it stays below ten seconds (P4.8). */
const usualGraceMs = 5000

function listening(
  server: Server,
  { host, port, tlsCert }: Settings,
  streams: ReturnType<typeof openStreams>,
  told: (url: string) => void,
): HttpServer {
  return {
    listen: () =>
      new Promise((resolve, reject) => {
        server.once('error', reject)
        server.listen({ host, port }, () => {
          server.off('error', reject)
          const url = urlOf(server.address(), tlsCert === '' ? 'http' : 'https')
          told(url)
          resolve(url)
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

function urlOf(address: AddressInfo | string | null, scheme: string): string {
  if (address === null || typeof address === 'string') throw new Error('The server listens on no port.')
  const everywhere = address.address === '0.0.0.0' || address.address === '::'
  const host = everywhere ? '127.0.0.1' : address.family === 'IPv6' ? `[${address.address}]` : address.address
  return `${scheme}://${host}:${address.port}`
}
