import { Router, urlencoded, type Request, type RequestHandler, type Response } from 'express'
import { readParameters, UnreadableRequest } from '../http/read-parameters.ts'
import type { Installation } from '../installation.ts'
import { payPage, payPolicy } from './pay-page.ts'

/**
 * What clients and payment services reach: the page of a test payment at `/pay/<token>`, which needs no script, and `/pay/callback/<key>`, where services
 * tell the outcome. Mount it before any body parser. `guards` stand before each.
 */
export function payRoutes(installation: Installation, ...guards: RequestHandler[]): Router {
  const { paymentDesk } = installation
  const router = Router()
  router.get('/pay/:token', ...guards, async (req, res) => {
    const page = await paymentDesk.page(String(req.params['token']))
    const asked = req.acceptsLanguages(page.language, 'ru', 'en')
    send(res, payPage(page, asked === 'ru' || asked === 'en' ? asked : page.language))
  })
  router.post('/pay/:token', ...guards, urlencoded({ extended: false, limit: '1kb' }), async (req, res) => {
    const token = String(req.params['token'])
    const outcome: unknown = req.body?.['outcome']
    if (outcome === 'paid' || outcome === 'failed') await paymentDesk.press(token, outcome)
    res.redirect(303, `/pay/${encodeURIComponent(token)}`)
  })
  const callback = [...guards, async (req: Request, res: Response) => void (await answerCall(installation, req, res))]
  router.get('/pay/callback/:key', ...callback)
  router.post('/pay/callback/:key', ...callback)
  return router
}

function send(res: Response, html: string): void {
  res.set({
    'Content-Security-Policy': payPolicy,
    'Cache-Control': 'no-store',
    'X-Robots-Tag': 'noindex',
    'Referrer-Policy': 'no-referrer',
  })
  res.type('html').send(html)
}

const statuses = { unsigned: 403, unreadable: 400, unknown: 404, 'does not fit': 422 } as const

/** What went wrong is answered so that the service tries again, or shows it to whoever looks there. */
async function answerCall({ paymentDesk }: Installation, req: Request, res: Response): Promise<void> {
  res.set({ 'Cache-Control': 'no-store' }).type('text')
  try {
    const { fields, body } = await readParameters(req)
    const done = await paymentDesk.called(String(req.params['key']), { headers: req.headers, fields, body })
    if (typeof done === 'object') res.send(done.answer)
    else if (done === 'changed' || done === 'unchanged') res.send('')
    else res.status(statuses[done]).send(done)
  } catch (error) {
    if (!(error instanceof UnreadableRequest)) throw error
    res.status(error.status).send('unreadable')
  }
}
