import { toText } from '@voronka/calculator'
import { drive } from '@voronka/flow/engine'
import { Router, type Request, type RequestHandler, type Response } from 'express'
import type { Logger } from 'pino'
import { readParameters, UnreadableRequest } from '../http/read-parameters.ts'
import { requestId } from '../http/request-log.ts'
import type { Installation } from '../installation.ts'
import { answerAdd, answerInfo, answerList, answerStat, type LeadCall } from './developer-actions.ts'

/** The address of the original, however its clients write it. */
const paths = ['/developer/v1/leads', '/developer/v1/leads.php']

const errorOf = (code: string, text: string) => ({ result: 'Error', error: { code, text } })
const refusals = {
  key: errorOf('400', 'Не верный API key'),
  user: errorOf('401', 'Неизвестный пользователь'),
  action: errorOf('402', 'Неизвестный метод'),
} as const

const actions: ReadonlyMap<string, (call: LeadCall) => Promise<object>> = new Map([
  ['add', answerAdd],
  ['stat', answerStat],
  ['info', answerInfo],
  ['list', answerList],
])

/**
 * The leads API, to the letter (leads-api): every answer is HTTP 200 with JSON, errors too. It reads its own bodies, so mount it before any body parser.
 */
export function developerLeadsRoutes(installation: Installation, log: Logger, ...guards: RequestHandler[]): Router {
  const router = Router()
  router.all(paths, ...guards, async (req, res) => {
    res.setHeaders(openToAll)
    if (req.method === 'OPTIONS') return void res.status(204).end()
    res.status(200).json(await answered(installation, log, req, res))
  })
  return router
}

const openToAll = new Map([
  ['Access-Control-Allow-Origin', '*'],
  ['Access-Control-Allow-Methods', 'GET, POST, OPTIONS'],
  ['Access-Control-Allow-Headers', 'Content-Type'],
  ['Cross-Origin-Resource-Policy', 'cross-origin'],
  ['Cache-Control', 'no-store'],
])

async function answered(installation: Installation, log: Logger, req: Request, res: Response): Promise<object> {
  try {
    return await called(installation, req)
  } catch (error) {
    if (error instanceof UnreadableRequest) return errorOf('1', `Ошибка добавления лида. ${error.message}`)
    log.error({ err: error, request: requestId(res) }, 'a request failed')
    return errorOf('1', 'Ошибка добавления лида. Сервер не может сохранить заявку')
  }
}

/** Checked in this order: key, user, method (section 1). */
async function called(installation: Installation, req: Request): Promise<object> {
  const { fields } = await readParameters(req)
  const params = new Map([...fields].map(([name, value]) => [name, value === null ? '' : toText(value).trim()]))
  const text = (name: string): string => params.get(name) ?? ''
  const { leadsDesk, operators } = installation
  // What only reads waits for no commit.
  const project = await drive(leadsDesk.settings.projectOfKey(text('apikey')))
  if (project === undefined) return refusals.key
  const user = await drive(operators.findByEmail(project, text('login')))
  if (!user) return refusals.user
  const action = actions.get(text('action'))
  return action ? action({ installation, project, user, text }) : refusals.action
}
