import { csrfHeader, storedFileSchema, uploadFile } from '@voronka/api'
import type { StoredFile } from '@voronka/api'
import { ApiError } from './api-error.ts'
import { csrfToken } from './csrf.ts'

/** Stores a file of the project; gives the address under which blocks, messages and pictures name it. Throws `ApiError`. */
export async function upload(projectId: number, file: File): Promise<StoredFile> {
  const body = new FormData()
  body.append('file', file)
  const response = await fetch(uploadFile.path.replace(':projectId', String(projectId)), {
    method: 'POST',
    headers: { [csrfHeader]: csrfToken() },
    body,
    credentials: 'same-origin',
  }).catch(() => {
    throw new ApiError(0, 'offline', 'The server cannot be reached.')
  })
  const answer: unknown = await response.json().catch(() => undefined)
  if (!response.ok) throw new ApiError(response.status, response.status === 413 ? 'too-large' : 'unknown', response.statusText)
  return storedFileSchema.parse(answer)
}
