import { openChatLook, type OpenChatLook } from '@voronka/api'
import { drive, type Step } from '@voronka/flow/engine'
import type { Request, Response } from 'express'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { failure } from '../errors.ts'
import { accepted } from '../http/answer.ts'
import { takesGzip } from '../http/compressed.ts'
import type { Installation } from '../installation.ts'
import { openChat } from './open-chat.ts'
import { publicLook } from './public-look.ts'

function* lookOf(installation: Installation, key: string): Step<OpenChatLook> {
  const { channel, flow } = yield* openChat(installation, key)
  return { ...publicLook(yield* installation.chatLooks.find(key)), name: channel.name || flow.project.settings.name }
}

const keyOf = (req: Request): string => accepted(openChatLook.read({ params: req.params, query: req.query, body: undefined })).channel

/** `GET /chat/:channel/look`: how an open chat looks. */
export const answerLook = (installation: Installation) => async (req: Request, res: Response) => {
  res.set('Cache-Control', 'no-store').json(await drive(lookOf(installation, keyOf(req))))
}

/**
 * `GET /chat/:channel/embed.js`: what a site of somebody else loads. The look comes inside, so that the button is drawn without asking a second time.
 * `script` is the built launcher; what it calls `voronkaChatLook` is the look.
 */
export const answerEmbed = (installation: Installation, script: string) => async (req: Request, res: Response) => {
  const look = await drive(lookOf(installation, keyOf(req)))
  const code = await readFile(script, 'utf8').catch(() => {
    throw failure('not-found')
  })
  const text = `((voronkaChatLook) => {\n${code}\n})(${JSON.stringify(look)})\n`
  res
    .set({ 'Cache-Control': 'public, max-age=60', 'Cross-Origin-Resource-Policy': 'cross-origin', 'X-Content-Type-Options': 'nosniff' })
    .type('js')
  if (takesGzip(req, res)) res.set('Content-Encoding', 'gzip').send(await compress(text))
  else res.send(text)
}

const compress = promisify(gzip)
