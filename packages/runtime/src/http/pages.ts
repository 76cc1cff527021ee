import type { ChatLook } from '@voronka/api'
import { drive } from '@voronka/flow/engine'
import express, { Router, type RequestHandler } from 'express'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Accounts } from '../accounts/accounts.ts'
import type { Installation } from '../installation.ts'
import { publicLook } from '../web-chat/public-look.ts'
import { compressed, negotiated } from './compressed.ts'
import type { Door } from './door.ts'
import { bookPolicy, builderPolicy, chatPolicy, previewPolicy } from './security-headers.ts'

/** Names of built files carry the hash of what is in them. */
const forEver = 'public, max-age=31536000, immutable'
const askEachTime = 'no-cache'

/**
 * The chat page at `/chat/<channel>`, open to everybody; which sites may show it in a frame is a setting of its channel. Below it is a page that shows the
 * settings of the builder what a site with the chat on it looks like.
 */
export function chatPages(
  root: string,
  { chatLooks }: { chatLooks: Pick<Installation['chatLooks'], 'find'> },
  ...guards: RequestHandler[]
): Router {
  const built = join(root, 'apps', 'widget', 'dist')
  const router = Router()
  // Sites of others load the form for leads from there.
  router.use('/chat-assets', ...guards, (_req, res, next) => {
    res.set({ 'Access-Control-Allow-Origin': '*', 'Cross-Origin-Resource-Policy': 'cross-origin' })
    next()
  })
  router.use('/chat-assets', ...assets(built))
  router.get('/chat/:channel', ...guards, async (req, res, next) => {
    const look = await drive(chatLooks.find(String(req.params['channel'])))
    res.removeHeader('X-Frame-Options')
    page(join(built, 'index.html'), chatPolicy(look.sites), (html) => withLook(html, look))(req, res, next)
  })
  router.get('/chat/:channel/preview', ...guards, (req, res, next) => {
    res.removeHeader('X-Frame-Options')
    page(join(built, 'chat-preview.html'), previewPolicy)(req, res, next)
  })
  return router
}

/**
 * The booking page at `/book/<branch>`, that of a visit below it, and the script by which other sites show it in a frame. They are open to everybody;
 * which sites may frame the page is a setting of its branch.
 */
export function bookPages(root: string, { bookingPages }: Pick<Installation, 'bookingPages'>, ...guards: RequestHandler[]): Router {
  const built = join(root, 'apps', 'widget', 'dist')
  const router = Router()
  router.get('/book-embed.js', ...guards, (req, res, next) => {
    res.set({ 'Cache-Control': askEachTime, 'Cross-Origin-Resource-Policy': 'cross-origin' })
    res.sendFile(negotiated(req, res, join(built, 'book-embed.js')), (error) => error && next(error))
  })
  router.get(['/book/:branch', '/book/:branch/visit/:visit'], ...guards, async (req, res, next) => {
    const policy = bookPolicy((await bookingPages.domains(String(req.params['branch']))) ?? [])
    res.removeHeader('X-Frame-Options')
    page(join(built, 'book.html'), policy)(req, res, next)
  })
  return router
}

/**
 * The builder: its files, and its one page for every address that a person opens. They hold nothing of anybody, so everybody gets them: the page
 * asks who is there. Until somebody owns the installation, every address leads to the one that creates him.
 */
export function builderPages(root: string, door: Door, { accounts }: { accounts: Pick<Accounts, 'owned'> }): Router {
  const built = join(root, 'apps', 'builder', 'dist')
  const router = Router()
  router.use((req, _res, next) => {
    door.check(req)
    next()
  })
  router.use('/assets', ...assets(join(built, 'assets')))
  router.use(
    express.static(built, { index: false, redirect: false, setHeaders: (res) => void res.setHeader('Cache-Control', askEachTime) }),
  )
  router.get('/{*path}', async (req, res, next) => {
    // At the front door even who asks for anything at all, as a command line or a monitor does, gets the page; elsewhere only who wants one.
    const preferred = req.path === '/' ? ['html', 'json'] : ['json', 'html']
    if (req.accepts(preferred) === 'html' && !/\.\w+$/.test(req.path)) {
      if (req.path !== setUpPath && !(await accounts.owned())) res.redirect(303, setUpPath)
      else page(join(built, 'index.html'), builderPolicy)(req, res, next)
    } else next()
  })
  return router
}

const setUpPath = '/setup'

const assets = (folder: string): RequestHandler[] => [
  compressed(folder),
  express.static(folder, {
    index: false,
    redirect: false,
    setHeaders: (res, path) => void res.setHeader('Cache-Control', path.includes('lead-form.js') ? askEachTime : forEver),
  }),
]

/** The page knows its look without asking for it. */
function withLook(html: string, look: ChatLook): string {
  const text = JSON.stringify(publicLook(look)).replaceAll('&', '&amp;').replaceAll('"', '&quot;')
  return html.replace('<div id="chat"', (place) => `${place} data-look="${text}"`)
}

/** `fill` puts into the page what its beginning depends on. */
const page =
  (file: string, policy: string, fill?: (html: string) => string): RequestHandler =>
  (_req, res, next) => {
    if (!existsSync(file)) {
      res.status(503).type('text').send('The pages are not built yet. Run "npm run build" and load this page again.\n')
      return
    }
    res.set({ 'Content-Security-Policy': policy, 'Cache-Control': askEachTime, Vary: 'Accept' })
    if (fill) readFile(file, 'utf8').then((html) => res.type('html').send(fill(html)), next)
    else res.sendFile(file, (error) => error && next(error))
  }
