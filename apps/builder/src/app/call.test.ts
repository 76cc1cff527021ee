import { editDraft, getVersion, listProjects, sendChatMessage } from '@voronka/api'
import { afterEach, expect, it, vi } from 'vitest'
import { call, requestOf, whenSignedOut } from './call.ts'
import { keepCsrfToken } from './csrf.ts'

afterEach(() => void vi.unstubAllGlobals())

it('puts path parameters into the path and the rest into the body', () => {
  expect(requestOf(editDraft, { projectId: 7, revision: 3, editor: 'me', edits: [] })).toEqual({
    url: '/api/projects/7/draft/edits',
    body: { revision: 3, editor: 'me', edits: [] },
  })
})

it('puts what the endpoint reads from the query there, and leaves out what is not given', () => {
  const message = { channel: 'shop', visitor: 'v'.repeat(12), id: '1', text: 'Hello' }
  expect(requestOf(sendChatMessage, { ...message, wait: '1' }).url).toBe('/chat/shop/messages?wait=1')
  expect(requestOf(sendChatMessage, message).url).toBe('/chat/shop/messages')
})

it('sends no body with a question', () => {
  expect(requestOf(listProjects, {})).toEqual({ url: '/api/projects', body: undefined })
  expect(requestOf(getVersion, { projectId: 1, version: 2 }).body).toBeUndefined()
})

it('tells that the session ended, but not when the refusal is of the one before', async () => {
  let meanwhile = () => undefined as void
  const refused = { error: { code: 'not-signed-in', message: 'Sign in.' } }
  vi.stubGlobal('fetch', async () => {
    meanwhile()
    return Response.json(refused, { status: 401 })
  })
  const heard = vi.fn()
  const stop = whenSignedOut(heard)
  keepCsrfToken('first')
  await expect(call(listProjects, {})).rejects.toMatchObject({ code: 'not-signed-in' })
  expect(heard).toHaveBeenCalledTimes(1)
  meanwhile = () => keepCsrfToken('second')
  await expect(call(listProjects, {})).rejects.toMatchObject({ code: 'not-signed-in' })
  expect(heard).toHaveBeenCalledTimes(1)
  stop()
  keepCsrfToken('')
})
