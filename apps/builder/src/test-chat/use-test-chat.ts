import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import {
  addTestPerson,
  cancelPending,
  getTestChat,
  moveTestClock,
  restartTestChat,
  runPending,
  sendTestEvent,
  setTestVariable,
  type TestChat,
} from '@voronka/api'
import { useState } from 'react'
import { call } from '../app/call.ts'
import { useLive } from '../app/live.ts'
import type { ChatActions, TestEvent } from './chat-actions.ts'

const testChatQuery = (projectId: number, person: number) =>
  queryOptions({
    queryKey: ['test-chat', projectId, person],
    queryFn: ({ signal }) => call(getTestChat, { projectId, person }, { signal }),
    // Whatever changes it is told by the server.
    staleTime: Infinity,
  })

export interface TestChatState {
  readonly chat: TestChat | undefined
  readonly error: Error | null
  /** The test chat's own time when `chat` was read, less the time of this machine: what its clock shows follows from it. */
  readonly skew: number
  /** What was sent and is not answered yet. */
  readonly sending: TestEvent | undefined
  /** The draft is being saved first, so that the answer is that of what is on the screen. */
  readonly saving: boolean
  readonly actions: ChatActions
  reload(): void
}

/** The state of one test person, and what can be done to it. `saveDraft` resolves when everything on the screen is saved, and throws when it cannot be. */
export function useTestChat(projectId: number, saveDraft: () => Promise<void>): TestChatState {
  const queries = useQueryClient()
  const [person, setPerson] = useState(1)
  const [sending, setSending] = useState<TestEvent>()
  const [saving, setSaving] = useState(false)
  const { data: chat, error, dataUpdatedAt, refetch } = useQuery(testChatQuery(projectId, person))

  useLive(projectId, (event) => {
    if (event.type === 'test-chat-changed') void queries.invalidateQueries({ queryKey: testChatQuery(projectId, event.person).queryKey })
  })

  const show = (after: TestChat) => {
    queries.setQueryData(testChatQuery(projectId, after.person).queryKey, after)
  }
  /** A turn runs the draft, so the draft has to be there first. */
  const onSavedDraft = async (act: () => Promise<TestChat>) => {
    setSaving(true)
    await saveDraft().finally(() => setSaving(false))
    show(await act())
  }
  const who = { projectId, person }
  const actions: ChatActions = {
    async send(event) {
      setSending(event)
      await onSavedDraft(() => call(sendTestEvent, { ...who, ...event })).finally(() => setSending(undefined))
    },
    restart: async () => show(await call(restartTestChat, who)),
    async addPerson() {
      const made = await call(addTestPerson, { projectId })
      show(made)
      setPerson(made.person)
    },
    showPerson: setPerson,
    moveClock: (move) => onSavedDraft(() => call(moveTestClock, { ...who, ...move })),
    runPending: (pending) => onSavedDraft(() => call(runPending, { ...who, pending })),
    cancelPending: async (pending) => show(await call(cancelPending, { ...who, pending })),
    setVariable: async (scope, name, value) => show(await call(setTestVariable, { ...who, scope, name, value })),
  }
  const skew = chat ? Date.parse(chat.clock.now) - dataUpdatedAt : 0
  return { chat, error, skew, sending, saving, actions, reload: () => void refetch() }
}
