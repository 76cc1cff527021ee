/** Files that the visitor is about to send: each goes to the server at once, so that the message itself is short. */
import type { Visitor } from './visitor.ts'

/** One that is on the server. */
export interface Sent {
  readonly url: string
  readonly name: string
  readonly kind: 'image' | 'video' | 'audio' | 'file'
}

/** Why a file is not there. */
export type UploadFault = 'too-large' | 'busy' | 'not-uploaded'

export interface Upload {
  /** Rejects with a fault, or never when it was stopped. */
  readonly done: Promise<Sent>
  stop(): void
}

/** Sends a file; tells how far it is, from 0 to 1. */
export type Uploader = (file: File, onProgress: (done: number) => void) => Upload

/** The server takes no larger ones (reliability-promises, P11.1). */
export const mostBytes = 20_000_000

export const httpUploader =
  (channel: string, visitor: Visitor, origin = ''): Uploader =>
  (file, onProgress) => {
    const request = new XMLHttpRequest()
    const done = new Promise<Sent>((resolve, reject) => {
      const fail = (fault: UploadFault) => reject(new Error(fault))
      if (file.size > mostBytes) return fail('too-large')
      request.open('POST', `${origin}/chat/${encodeURIComponent(channel)}/files?visitor=${encodeURIComponent(visitor.token)}`)
      request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(total ? loaded / total : 0))
      request.addEventListener('error', () => fail('not-uploaded'))
      request.addEventListener('load', () => {
        const sent = request.status === 200 ? readSent(request.responseText) : undefined
        if (sent) resolve(sent)
        else fail(request.status === 413 ? 'too-large' : request.status === 429 ? 'busy' : 'not-uploaded')
      })
      const form = new FormData()
      form.append('file', file, file.name)
      request.send(form)
    })
    return { done, stop: () => request.abort() }
  }

function readSent(text: string): Sent | undefined {
  try {
    const answer: unknown = JSON.parse(text)
    return isSent(answer) ? { url: answer.url, name: answer.name, kind: answer.kind } : undefined
  } catch {
    return undefined
  }
}

export const isSent = (value: unknown): value is Sent =>
  typeof value === 'object' &&
  value !== null &&
  'url' in value &&
  typeof value.url === 'string' &&
  'name' in value &&
  typeof value.name === 'string' &&
  'kind' in value &&
  typeof value.kind === 'string'
