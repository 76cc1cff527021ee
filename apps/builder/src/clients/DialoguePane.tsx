import type { ClientCard as Card, DialogueMessage } from '@voronka/api'
import { updateClient } from '@voronka/api'
import { useEffect, useEffectEvent, useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { call } from '../app/call.ts'
import { useProject } from '../app/project-context.tsx'
import { Composer } from './Composer.tsx'
import { DialogueHead, type InboxPlace } from './DialogueHead.tsx'
import { Messages } from './Messages.tsx'
import { MessageSearch } from './MessageSearch.tsx'
import type { ClientActions } from './use-client-actions.ts'
import { useSend } from './use-send.ts'

interface DialoguePaneProps {
  readonly client: Card
  readonly actions: ClientActions
  /** Where it stands in the inbox; without, it stands beside something else, and leads there. */
  readonly inbox?: InboxPlace
  onDeleted(): void
}

/** One dialogue: who, what was said, and the field to answer in. */
export function DialoguePane({ client, actions, inbox, onDeleted }: DialoguePaneProps) {
  const { rights } = useProject()
  const send = useSend(client.id)
  const [searching, setSearching] = useState(false)
  const [around, setAround] = useState<number>()
  const [comment, setComment] = useState(false)
  const [answering, setAnswering] = useState<DialogueMessage>()
  useMarkRead(client)
  const editable = rights.may('clients', 'edit') && rights.has('clients.interact')
  return (
    <div className="@container flex h-full min-h-0 min-w-0 flex-col">
      <DialogueHead
        client={client}
        actions={actions}
        inbox={inbox}
        searching={searching}
        onSearch={() => setSearching(!searching)}
        onDeleted={onDeleted}
      />
      {searching && <MessageSearch client={client} chosen={around} onChoose={setAround} />}
      <Messages
        key={around}
        client={client}
        around={around}
        onLatest={() => setAround(undefined)}
        onShow={setAround}
        onReply={(message) => {
          setComment(false)
          setAnswering(message)
        }}
        waiting={send.waiting}
        onRetry={send.retry}
      />
      {editable && (
        <Composer
          client={client}
          send={send}
          comment={comment}
          onComment={setComment}
          answering={answering}
          inbox={inbox}
          onAnswered={() => setAnswering(undefined)}
        />
      )}
    </div>
  )
}

/** Whoever looks at a dialogue has read it: also what arrives while he looks. */
function useMarkRead({ id: clientId, unread }: Card): void {
  const { id: projectId, rights } = useProject()
  const queries = useQueryClient()
  const editable = rights.may('clients', 'edit') && rights.has('clients.interact')
  const mark = useEffectEvent(async () => {
    try {
      await call(updateClient, { projectId, clientId, read: true })
      await queries.invalidateQueries({ queryKey: ['clients', projectId] })
    } catch {
      // It stays unread, and the next look tries again.
    }
  })
  useEffect(() => {
    if (!unread || !editable || document.visibilityState !== 'visible') return
    void mark()
  }, [clientId, unread, editable])
}
