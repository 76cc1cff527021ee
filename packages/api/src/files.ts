/**
 * Uploaded files (reliability-promises, P11.1). A file lies under an unguessable address, `/files/<random id>/<name>`: whoever was given the address may
 * load it, as messengers must be able to, and nobody can find one that he was not given.
 */
import { z } from 'zod'
import { endpoint, id } from './endpoint.ts'
import { visitorSchema } from './web-chat.ts'

/** Of one file (builder-and-runtime, section 15). */
export const largestFileBytes = 20_000_000

export const storedFileSchema = z.object({
  /** 32 hexadecimal digits. */
  id: z.string(),
  /** What a block or a message names as the address of its attachment. */
  url: z.string(),
  /** The name it was sent under, without what a name cannot have. Only a label. */
  name: z.string(),
  /** By its content, whatever its sender called it. */
  type: z.string(),
  /** How it may be shown; `file`: it is only ever downloaded. */
  kind: z.enum(['image', 'video', 'audio', 'file']),
  size: z.int(),
})
export type StoredFile = z.infer<typeof storedFileSchema>

export const uploadFile = endpoint({
  name: 'uploadFile',
  method: 'post',
  path: '/api/projects/:projectId/files',
  access: 'editing',
  tag: 'Files',
  summary: 'Stores one file of at most 20 MB for blocks and messages of the project.',
  upload: true,
  params: { projectId: id },
  output: storedFileSchema,
})

/** A file that no message of the visitor names within a day is removed. */
export const uploadChatFile = endpoint({
  name: 'uploadChatFile',
  method: 'post',
  path: '/chat/:channel/files',
  access: 'anybody',
  tag: 'Web chat',
  summary: 'Stores one file of at most 20 MB that a visitor is about to send; the message then names its address as an attachment.',
  upload: true,
  params: { channel: z.string() },
  query: { visitor: visitorSchema },
  output: storedFileSchema,
})
