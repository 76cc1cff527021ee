import { largestFileBytes } from '@voronka/api'
import type { Request, Response } from 'express'
import multer, { MulterError } from 'multer'
import { Failure, failure } from '../errors.ts'
import { limitOf } from '../http/body.ts'
import type { FileStorage, Written } from './file-storage.ts'

export interface Received extends Written {
  /** As its sender calls it. */
  readonly sentName: string
}

/**
 * Reads the one file of a `multipart/form-data` body into the storage while it arrives. The limit is counted on the way: nobody's file is read further
 * than it is accepted (reliability-promises, P7.4, P11.1), and whoever sends nothing for `stalledMs` is not waited for (P7.7). Whatever ends the upload
 * early, nothing of it stays.
 */
export function receiveFile(req: Request, res: Response, storage: FileStorage, stalledMs = 30_000): Promise<Received> {
  if (!req.is('multipart/form-data')) return Promise.reject(failure('wrong-upload'))
  if (Number(req.headers['content-length'] ?? 0) > largestFileBytes + mostAroundIt) return Promise.reject(tooLarge())
  return new Promise((resolve, reject) => {
    const found: Received[] = []
    const refuse = (error: unknown) => {
      clearTimeout(stalled)
      for (const { id } of found) void storage.remove(id)
      reject(asFailure(error))
    }
    const stall = () => {
      refuse(failure('upload-stalled'))
      res.once('close', () => req.destroy())
    }
    let stalled = setTimeout(stall, stalledMs)
    const moved = () => {
      clearTimeout(stalled)
      stalled = setTimeout(stall, stalledMs)
    }
    const upload = multer({ storage: engine(storage, found, { refuse, moved }), limits, defParamCharset: 'utf8' }).single('file')
    upload(req, res, (error?: unknown) => {
      clearTimeout(stalled)
      const [file] = found
      if (error !== undefined) refuse(error)
      else if (!file) reject(failure('bad-request', 'file: the body has no part of this name that is a file.'))
      else resolve(file)
    })
  })
}

/** Borders and headings of the parts. */
const mostAroundIt = 16_384

const limits = { fileSize: largestFileBytes, files: 1, fields: 0, parts: 1, fieldNameSize: 100, headerPairs: 20 }

interface Watcher {
  refuse(error: unknown): void
  /** More of it has come. */
  moved(): void
}

function engine(storage: FileStorage, found: Received[], { refuse, moved }: Watcher): multer.StorageEngine {
  return {
    _handleFile(_req, { stream, originalname }, done) {
      // At once: otherwise the rest of it would be read before anybody is told.
      stream.once('limit', () => {
        stream.destroy(tooLarge())
        refuse(tooLarge())
      })
      stream.on('data', moved)
      storage.write(stream).then(
        (written) => {
          found.push({ ...written, sentName: originalname })
          done(null, { path: written.id })
        },
        (error: unknown) => done(error),
      )
    },
    _removeFile(_req, { path }, done) {
      storage.remove(path).then(() => done(null), done)
    },
  }
}

const tooLarge = () => failure('too-large', limitOf(largestFileBytes))

function asFailure(error: unknown): unknown {
  if (error instanceof MulterError) {
    if (error.code === 'LIMIT_FILE_SIZE') return tooLarge()
    return failure('bad-request', 'Send one file, in a part named "file", and nothing else.')
  }
  if (error instanceof Failure) return error
  const code = error instanceof Error && 'errno' in error && 'code' in error ? error.code : undefined
  if (code === 'ENOSPC' || code === 'EDQUOT') return failure('no-space')
  // What is left is a body that is no multipart, or ends in the middle.
  return code === undefined ? failure('bad-request', 'The upload is broken or has ended early.') : error
}
