/** Texts that operators send often (crm-and-tasks, section 11.2). */
import { z } from 'zod'
import { done, endpoint, id } from './endpoint.ts'

const tag = 'Clients'
const project = { projectId: id }
const view = { section: 'clients', level: 'view' } as const
const edit = { section: 'clients', level: 'edit', right: 'clients.interact' } as const

export const quickReplySchema = z.object({ number: z.int(), folder: z.string(), title: z.string(), text: z.string() })
export type QuickReply = z.infer<typeof quickReplySchema>
const replyFields = { folder: z.string().trim().max(100), title: z.string().trim().min(1).max(255), text: z.string().min(1).max(16_000) }
const reply = { ...project, reply: id }

export const listQuickReplies = endpoint({
  name: 'listQuickReplies',
  method: 'get',
  path: '/api/projects/:projectId/quick-replies',
  access: view,
  tag,
  summary: 'Texts that are sent often, by folder and title.',
  params: project,
  output: z.object({ replies: z.array(quickReplySchema) }),
})
export const createQuickReply = endpoint({
  name: 'createQuickReply',
  method: 'post',
  path: '/api/projects/:projectId/quick-replies',
  access: edit,
  tag,
  summary: 'A new quick reply.',
  params: project,
  body: z.object({ ...replyFields, folder: replyFields.folder.default('') }),
  output: quickReplySchema,
})
export const updateQuickReply = endpoint({
  name: 'updateQuickReply',
  method: 'patch',
  path: '/api/projects/:projectId/quick-replies/:reply',
  access: edit,
  tag,
  summary: 'Changes a quick reply.',
  params: reply,
  body: z.object(replyFields).partial(),
  output: quickReplySchema,
})
export const deleteQuickReply = endpoint({
  name: 'deleteQuickReply',
  method: 'delete',
  path: '/api/projects/:projectId/quick-replies/:reply',
  access: edit,
  tag,
  summary: 'Deletes a quick reply.',
  params: reply,
  output: done,
})
