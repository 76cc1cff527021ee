import { previewBroadcast, testBroadcast } from '@voronka/api'
import type { BroadcastContent, ChatMessage } from '@voronka/api'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Send } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../app/call.ts'
import { recall, remember } from '../app/device-memory.ts'
import { useProject } from '../app/project-context.tsx'
import { AttachmentView, FormattedText } from '../messages/index.ts'
import { ClientPicker, type ChosenClient } from '../crm/index.ts'
import { Button, Skeleton, toast } from '../ui/index.ts'
import { faultOf } from './use-broadcast-actions.ts'

/** One person, usually oneself: how the message looks for him, and whether it arrives. Who was chosen is remembered on this device. */
export function Trial({ content }: { readonly content: BroadcastContent | undefined }) {
  const { t } = useTranslation('broadcasts')
  const { id: projectId } = useProject()
  const key = `voronka.broadcasts.trial.${projectId}`
  const [client, setClient] = useState(() => readClient(recall(key)))
  const asked = useDeferredValue(content)
  const { data, error } = useQuery({
    queryKey: ['broadcasts', projectId, 'preview', client?.id, asked],
    queryFn: ({ signal }) =>
      asked && client ? call(previewBroadcast, { projectId, content: asked, client: client.id }, { signal }) : { message: null },
    enabled: asked !== undefined && client !== null,
    placeholderData: (former) => former,
  })
  const test = useMutation({
    mutationFn: (sent: { content: BroadcastContent; client: number }) => call(testBroadcast, { projectId, ...sent }),
    onSuccess: ({ sent }) => (sent ? toast.success(t('trial.sent')) : toast.error(t('trial.notSent'))),
    onError: (fault) => toast.error(t(faultOf(fault))),
  })
  const choose = (chosen: ChosenClient | null) => {
    remember(key, chosen && JSON.stringify(chosen))
    setClient(chosen)
  }
  return (
    <div className="flex flex-col gap-3 border-t border-line pt-4">
      <div className="grid grid-cols-1 items-end gap-2 sm:grid-cols-[minmax(0,320px)_auto] sm:justify-start">
        <ClientPicker label={t('trial.client')} value={client} onChange={choose} />
        <Button
          className="self-start sm:self-end"
          icon={<Send size={14} aria-hidden />}
          disabled={!content || !client}
          busy={test.isPending}
          onClick={() => content && client && test.mutate({ content, client: client.id })}
        >
          {t('trial.send')}
        </Button>
      </div>
      <p className="text-xs text-faint">{t('trial.hint')}</p>
      {content && client && (error ? <p className="text-sm text-danger">{t(faultOf(error))}</p> : <Preview message={data?.message} />)}
    </div>
  )
}

/** As that person would see it. Undefined: on its way. */
function Preview({ message }: { readonly message: ChatMessage | null | undefined }) {
  const { t } = useTranslation('broadcasts')
  if (message === undefined) return <Skeleton className="h-16 max-w-100" />
  if (!message) return <p className="text-sm text-warning">{t('trial.nothing')}</p>
  const buttons = message.buttons.filter(({ text }) => text)
  return (
    <figure className="flex flex-col items-start gap-1">
      <figcaption className="text-xs text-muted">{t('trial.preview')}</figcaption>
      <div className="max-w-100 min-w-0 rounded-[14px] rounded-bl-sm bg-sunken px-3 py-2 text-sm leading-5">
        {message.text && (
          <span className="whitespace-pre-wrap wrap-anywhere [unicode-bidi:isolate]">
            <FormattedText text={message.text} format={message.format} />
          </span>
        )}
        {message.attachments.map((attachment, index) => (
          <AttachmentView key={index} attachment={attachment} />
        ))}
        {buttons.length > 0 && (
          <span className="mt-1 flex flex-wrap gap-1">
            {buttons.map((button, index) => (
              <span key={index} className="rounded-sm border border-line px-1.5 text-xs text-muted">
                {button.text}
              </span>
            ))}
          </span>
        )}
      </div>
    </figure>
  )
}

function readClient(text: string | null): ChosenClient | null {
  try {
    const read: unknown = JSON.parse(text ?? 'null')
    if (typeof read !== 'object' || read === null || !('id' in read) || !('name' in read)) return null
    return typeof read.id === 'number' && typeof read.name === 'string' ? { id: read.id, name: read.name } : null
  } catch {
    return null
  }
}
