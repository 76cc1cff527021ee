import { addComment, sendBlockToClient, sendToClient } from '@voronka/api'
import type { DialogueMessage } from '@voronka/api'
import { useQueryClient, type InfiniteData } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError } from '../app/api-error.ts'
import { call } from '../app/call.ts'
import { useLanguage } from '../app/language.ts'
import { useProject } from '../app/project-context.tsx'
import { useRefusalText } from '../app/use-refusal-text.ts'
import { momentText } from '../projects/Moment.tsx'
import { toast } from '../ui/index.ts'
import { messagesQuery } from './clients.queries.ts'
import type { Quoted } from './Quote.tsx'

export type Attachments = NonNullable<(typeof sendToClient)['input']>['attachments']

/** A message that was written here and has not been confirmed. Its key makes a second try harmless. */
export interface Waiting {
  readonly key: string
  readonly text: string
  readonly attachments: Attachments
  readonly at?: string
  readonly answers?: Quoted | undefined
  readonly failed: boolean
}

interface Page {
  readonly messages: DialogueMessage[]
  readonly earlier: boolean
  readonly later: boolean
}

/** Sends as a person: shown at once, and sent once however often it has to be tried. */
export function useSend(clientId: number) {
  const { t } = useTranslation('clients')
  const { id: projectId } = useProject()
  const language = useLanguage()
  const queries = useQueryClient()
  const refusal = useRefusalText()
  const [waiting, setWaiting] = useState<readonly Waiting[]>([])
  const { queryKey } = messagesQuery(projectId, clientId)
  const without = (key: string) => (list: readonly Waiting[]) => list.filter((each) => each.key !== key)

  async function deliver(message: Waiting): Promise<void> {
    const { key, text, attachments, at, answers } = message
    try {
      const optional = { ...(at && { at }), ...(answers && { answers: answers.message }) }
      const sent = await call(sendToClient, { projectId, clientId, key, text, attachments, buttons: [], ...optional })
      if (sent.message) append(sent.message)
      if (sent.planned) toast(t('composer.planned', { moment: momentText(sent.planned.at, language) }))
      setWaiting(without(key))
    } catch (error) {
      setWaiting((list) => list.map((each) => (each.key === key ? { ...each, failed: true } : each)))
      // What a later try can mend is said beside the message itself.
      if (error instanceof ApiError && !error.passing) toast.error(refusal(error, t('failed')))
    }
    await queries.invalidateQueries({ queryKey: ['clients', projectId] })
  }

  function append(message: DialogueMessage): void {
    queries.setQueryData<InfiniteData<Page>>(queryKey, (data) => {
      const [latest, ...earlier] = data?.pages ?? []
      if (!data || !latest || latest.messages.some(({ id }) => id === message.id)) return data
      return { ...data, pages: [{ ...latest, messages: [...latest.messages, message] }, ...earlier] }
    })
  }

  return {
    waiting,
    send(text: string, attachments: Attachments, { at, answers }: { at?: string | undefined; answers?: Quoted | undefined } = {}): void {
      const message: Waiting = { key: crypto.randomUUID(), text, attachments, ...(at && { at }), answers, failed: false }
      setWaiting((list) => [...list, message])
      void deliver(message)
    },
    retry(message: Waiting): void {
      setWaiting((list) => list.map((each) => (each.key === message.key ? { ...each, failed: false } : each)))
      void deliver(message)
    },
    async comment(text: string): Promise<boolean> {
      try {
        append(await call(addComment, { projectId, clientId, text }))
        return true
      } catch (error) {
        toast.error(refusal(error, t('failed')))
        return false
      }
    },
    async block(block: number): Promise<void> {
      try {
        await call(sendBlockToClient, { projectId, clientId, block })
        toast(t('composer.blockSent', { block }))
      } catch (error) {
        toast.error(refusal(error, t('failed')))
      }
      await queries.invalidateQueries({ queryKey: ['clients', projectId] })
    },
  }
}
export type Send = ReturnType<typeof useSend>
