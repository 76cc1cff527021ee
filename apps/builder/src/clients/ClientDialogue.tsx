import { DialoguePane } from './DialoguePane.tsx'
import { LoadedClient } from './LoadedClient.tsx'
import { useClientActions } from './use-client-actions.ts'
import { useInboxLive } from './use-inbox-live.ts'

interface ClientDialogueProps {
  readonly client: number
  onDeleted(): void
}

/** The dialogue of the inbox, beside something else that is about the same client: he is answered there, too. */
export function ClientDialogue({ client: id, onDeleted }: ClientDialogueProps) {
  const actions = useClientActions(id)
  useInboxLive(id)
  return (
    <LoadedClient client={id}>{(client) => <DialoguePane key={id} client={client} actions={actions} onDeleted={onDeleted} />}</LoadedClient>
  )
}
