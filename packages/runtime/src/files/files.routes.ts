import { uploadChatFile, uploadFile } from '@voronka/api'
import { drive } from '@voronka/flow/engine'
import { Router, type Request, type RequestHandler, type Response } from 'express'
import { failure } from '../errors.ts'
import type { Route } from '../http/answer.ts'
import type { Installation } from '../installation.ts'
import { openChat } from '../web-chat/open-chat.ts'
import { answerUpload } from './answer-upload.ts'
import { percentEncoded } from './file-name.ts'
import { isId } from './file-storage.ts'

/** `POST /api/projects/:projectId/files`. */
export const fileRoutes: readonly Route[] = [
  answerUpload(uploadFile, async ({ projectId }, { flows }, { account }) => {
    if (!(await drive(flows.draft(projectId)))) throw failure('project-not-found', projectId)
    return { project: projectId, account }
  }),
]

interface Guards {
  /** Before each route. */
  readonly everybody: readonly RequestHandler[]
  readonly uploads: RequestHandler
}

/** What visitors may do with files: upload one to the chat, and, as everybody who was given its address, load one. Mount it before any body parser. */
export function publicFileRoutes(installation: Installation, { everybody, uploads }: Guards): Router {
  const router = Router()
  const upload = answerUpload(uploadChatFile, async ({ channel, visitor }) => {
    const found = await drive(openChat(installation, channel))
    return { project: found.channel.project, visitor: { channel, token: visitor } }
  })
  router.post(uploadChatFile.path, ...everybody, uploads)
  upload(router, installation)
  router.get('/files/:id/:name', ...everybody, sendFile(installation))
  return router
}

/**
 * Sends a file so that it cannot do anything but be seen, heard or saved: its type is that of its content and not guessed at, and as a document of its
 * own it runs no script and has no origin (reliability-promises, P11.1).
 */
const sendFile =
  ({ fileRows, files, messengers }: Installation) =>
  async (req: Request, res: Response): Promise<void> => {
    const id = String(req.params['id'])
    let row = isId(id) ? await drive(fileRows.find(id)) : undefined
    if (!row && isId(id)) {
      // A messenger may still have it.
      await messengers.bring(id)
      row = await drive(fileRows.find(id))
    }
    if (!row || !(await files.storage.has(id))) throw failure('file-not-found')
    res.set({
      'Content-Type': row.type,
      'Content-Disposition': `${row.kind === 'file' ? 'attachment' : 'inline'}; filename*=UTF-8''${percentEncoded(row.name)}`,
      'Content-Security-Policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
      'X-Content-Type-Options': 'nosniff',
      // What lies under an address never changes.
      'Cache-Control': 'private, max-age=31536000, immutable',
    })
    await sent(res, files.storage.pathOf(id), files.storage.folder)
  }

function sent(res: Response, path: string, root: string): Promise<void> {
  return new Promise((resolve, reject) => {
    res.sendFile(path, { root, cacheControl: false, lastModified: false, acceptRanges: true, dotfiles: 'allow' }, (error) => {
      // A reader who has gone is no failure of ours.
      if (!error || res.headersSent) resolve()
      else reject(error)
    })
  })
}
