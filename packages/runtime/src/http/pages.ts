import express, { Router, type RequestHandler } from 'express'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { guardBuilder } from './access.ts'
import { builderPolicy, chatPolicy } from './security-headers.ts'
import type { Settings } from '../config/settings.ts'

/** Names of built files carry the hash of what is in them. */
const forEver = 'public, max-age=31536000, immutable'
const askEachTime = 'no-cache'

/** The chat page at `/chat/<channel>`, open to everybody. */
export function chatPages(root: string): Router {
  const built = join(root, 'apps', 'widget', 'dist')
  const router = Router()
  router.use('/chat-assets', assets(built))
  router.get('/chat/:channel', page(join(built, 'index.html'), chatPolicy))
  return router
}

/** The builder: its files, and its one page for every address that a person opens. */
export function builderPages(root: string, settings: Settings): Router {
  const built = join(root, 'apps', 'builder', 'dist')
  const router = Router()
  router.use(guardBuilder(settings))
  router.use('/assets', assets(join(built, 'assets')))
  router.use(
    express.static(built, { index: false, redirect: false, setHeaders: (res) => void res.setHeader('Cache-Control', askEachTime) }),
  )
  router.get('/{*path}', (req, res, next) => {
    // At the front door even who asks for anything at all, as a command line or a monitor does, gets the page; elsewhere only who wants one.
    const preferred = req.path === '/' ? ['html', 'json'] : ['json', 'html']
    if (req.accepts(preferred) === 'html' && !/\.\w+$/.test(req.path)) page(join(built, 'index.html'), builderPolicy)(req, res, next)
    else next()
  })
  return router
}

const assets = (folder: string): RequestHandler =>
  express.static(folder, { index: false, redirect: false, setHeaders: (res) => void res.setHeader('Cache-Control', forEver) })

const page =
  (file: string, policy: string): RequestHandler =>
  (_req, res, next) => {
    if (!existsSync(file)) {
      res.status(503).type('text').send('The pages are not built yet. Run "npm run build" and load this page again.\n')
      return
    }
    res.set({ 'Content-Security-Policy': policy, 'Cache-Control': askEachTime, Vary: 'Accept' })
    res.sendFile(file, (error) => error && next(error))
  }
