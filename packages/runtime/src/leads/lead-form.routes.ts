import { toText } from '@voronka/calculator'
import { Router, type Request, type RequestHandler } from 'express'
import { addressOf } from '../http/door.ts'
import { readParameters, UnreadableRequest } from '../http/read-parameters.ts'
import type { Installation } from '../installation.ts'

/** What the form on a site of somebody else may send, and how long each may be. */
const fields = { title: 255, email: 255, phone: 40, company: 255, description: 5000, site: 1000 } as const
const marks = ['source', 'medium', 'campaign', 'term', 'content', 'referrer'] as const

/**
 * `POST /leads/form/<form key>`: what visitors of foreign sites fill in. The key stands in the page for everybody to read, so it can add leads and nothing
 * else, and no answer tells more than that it was taken. Mount it before any body parser.
 */
export function leadFormRoutes(installation: Installation, ...guards: RequestHandler[]): Router {
  const router = Router()
  router.all('/leads/form/:key', (req, res, next) => {
    res.setHeaders(openToAll)
    if (req.method === 'OPTIONS') return void res.status(204).end()
    next()
  })
  router.post('/leads/form/:key', ...guards, async (req, res) => {
    const { status, body } = await taken(installation, req)
    res.status(status).json(body)
  })
  return router
}

const openToAll = new Map([
  ['Access-Control-Allow-Origin', '*'],
  ['Access-Control-Allow-Methods', 'POST, OPTIONS'],
  ['Access-Control-Allow-Headers', 'Content-Type'],
  ['Cross-Origin-Resource-Policy', 'cross-origin'],
  ['Cache-Control', 'no-store'],
])

async function taken(installation: Installation, req: Request): Promise<{ status: number; body: object }> {
  const { db, leadsDesk } = installation
  const sent = await readParameters(req).catch((error: unknown) => {
    if (error instanceof UnreadableRequest) return error
    throw error
  })
  if (sent instanceof UnreadableRequest) return { status: sent.status, body: { error: 'unreadable' } }
  const text = (name: string, most: number): string =>
    toText(sent.fields.get(name) ?? '')
      .trim()
      .slice(0, most)
  const project = await db.transaction(() => leadsDesk.settings.projectOfForm(String(req.params['key'])))
  if (project === undefined) return { status: 404, body: { error: 'no-such-form' } }
  const given = Object.fromEntries(Object.entries(fields).map(([name, most]) => [name, text(name, most)]))
  const filled = ['title', 'email', 'phone', 'company', 'description'].some((name) => given[name] !== '')
  if (!filled) return { status: 400, body: { error: 'empty' } }
  // People do not see that field; programs that fill in everything are thanked and forgotten.
  if (text('website', 255) !== '') return { status: 200, body: { ok: true } }
  await leadsDesk.add(
    project,
    { kind: 'nobody', account: null, name: 'form', email: '' },
    {
      title: given['title'] ?? '',
      email: given['email'] ?? '',
      phone: given['phone'] ?? '',
      company: given['company'] ?? '',
      description: given['description'] ?? '',
      site: given['site'] ?? '',
      ip: addressOf(req),
      city: '',
      country: '',
      timezone: text('timezone', 100),
      path: text('path', 100),
      partner: text('partner', 255),
      user: '',
      utm: Object.fromEntries(marks.map((mark) => [mark, text(`utm_${mark}`, 500)])) as Record<(typeof marks)[number], string>,
    },
  )
  return { status: 200, body: { ok: true } }
}
