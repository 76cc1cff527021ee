import { csrfHeader, failureSchema, storedFileSchema, uploadFile } from '@voronka/api'
import type { StoredFile } from '@voronka/api'
import { ApiError } from '../app/api-error.ts'
import { requestOf } from '../app/call.ts'
import { csrfToken } from '../app/csrf.ts'

interface UploadOptions {
  readonly signal: AbortSignal
  /** From 0 to 1. */
  onProgress(done: number): void
}

/** Stores a file of the project. Throws `ApiError`, or `AbortError` when `signal` says stop. Not by `fetch`, which cannot tell how far it is. */
export function upload(projectId: number, file: File, { signal, onProgress }: UploadOptions): Promise<StoredFile> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', requestOf(uploadFile, { projectId }).url)
    if (csrfToken() !== '') request.setRequestHeader(csrfHeader, csrfToken())
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(total ? loaded / total : 0))
    request.addEventListener('load', () => {
      const answer = readJson(request.responseText)
      const stored = storedFileSchema.safeParse(answer)
      if (request.status === 200 && stored.success) resolve(stored.data)
      else reject(failureOf(request.status, answer))
    })
    request.addEventListener('error', () => reject(new ApiError(0, 'offline', 'The server cannot be reached.')))
    request.addEventListener('abort', () => reject(new DOMException('Cancelled', 'AbortError')))
    signal.addEventListener('abort', () => request.abort())
    const form = new FormData()
    form.append('file', file, file.name)
    request.send(form)
  })
}

function failureOf(status: number, answer: unknown): ApiError {
  const read = failureSchema.safeParse(answer)
  return read.success
    ? new ApiError(status, read.data.error.code, read.data.error.message)
    : new ApiError(status, 'unknown', `HTTP ${status}`)
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
