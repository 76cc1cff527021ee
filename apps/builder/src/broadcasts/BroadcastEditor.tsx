import type { BroadcastInfo, ListInfo } from '@voronka/api'
import { useQuery } from '@tanstack/react-query'
import { ArrowLeft, Check, CircleAlert, Trash2 } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProject } from '../app/project-context.tsx'
import { AudienceFields, everybody, Sample } from '../audience/index.ts'
import { Button, IconButton, TextInput } from '../ui/index.ts'
import { sampleQuery } from './broadcasts.queries.ts'
import { audienceOf, contentOf, isPace, writtenFrom, type WrittenBroadcast } from './complete-fields.ts'
import { MessageFields } from './MessageFields.tsx'
import { MovesNotice } from './MovesNotice.tsx'
import { SendingFields } from './SendingFields.tsx'
import { Step } from './Step.tsx'
import { Trial } from './Trial.tsx'
import { faultOf, useBroadcastActions } from './use-broadcast-actions.ts'
import { useKeptDraft, type KeptDraft } from './use-kept-draft.ts'

interface BroadcastEditorProps {
  /** None: a new one. */
  readonly stored: BroadcastInfo | undefined
  /** A new one is for the members of this list. */
  readonly list: ListInfo['number'] | undefined
  onCreated(number: number): void
  onClose(): void
}

/** A draft in three steps: to whom, what, when and how fast. It is kept by itself as soon as there is a message. */
export function BroadcastEditor({ stored, list, onCreated, onClose }: BroadcastEditorProps) {
  const { t } = useTranslation('broadcasts')
  const { id: projectId } = useProject()
  const [written, setWritten] = useState(() => writtenFrom(stored, list === undefined ? everybody : { ...everybody, lists: [list] }))
  const set = (fields: Partial<WrittenBroadcast>) => setWritten((former) => ({ ...former, ...fields }))
  const draft = useKeptDraft(written, stored, { onCreated: ({ number }) => onCreated(number) })
  const actions = useBroadcastActions()
  const audience = useDeferredValue(audienceOf(written.audience))
  const { data: sample, error: notCounted } = useQuery({
    ...sampleQuery(projectId, audience),
    placeholderData: (former) => former,
  })
  const content = contentOf(written)
  const start = async (at: string | null) => {
    const kept = await draft.keep()
    if (kept) actions.start(kept, at)
  }
  const remove = async () => {
    const kept = await draft.discard()
    if (kept) actions.remove(kept, onClose)
    else onClose()
  }
  return (
    <div className="mx-auto flex max-w-200 flex-col gap-4 p-3 pb-8 sm:p-5">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1 sm:flex-nowrap">
        <IconButton label={t('back')} icon={<ArrowLeft size={16} />} onClick={onClose} />
        <h2 className="min-w-0 flex-1 truncate text-lg font-semibold">{t(stored ? 'draft' : 'new')}</h2>
        <span className="order-last w-full px-2 empty:hidden sm:order-none sm:w-auto sm:px-0">
          <Kept draft={draft} />
        </span>
        <IconButton label={t('delete')} icon={<Trash2 size={16} />} onClick={() => void remove()} />
      </div>
      <Step number={1} title={t('steps.recipients')} about={t('steps.recipientsAbout')}>
        <AudienceFields audience={written.audience} onChange={(chosen) => set({ audience: chosen })} />
        <Sample sample={sample} error={notCounted !== null} />
      </Step>
      <Step number={2} title={t('steps.message')} about={t('steps.messageAbout')}>
        <MessageFields written={written} onChange={set} />
        <MovesNotice content={content} draft={draft} count={sample?.count} />
        <Trial content={content} />
      </Step>
      <Step number={3} title={t('steps.sending')} about={t('steps.sendingAbout')}>
        <div className="grid grid-cols-1 gap-3 sm:grid-cols-2">
          <TextInput
            label={t('fields.name')}
            hint={t('fields.nameHint')}
            maxLength={255}
            value={written.name}
            onChange={(name) => set({ name })}
          />
          <TextInput
            label={t('fields.pace')}
            hint={t('fields.paceHint')}
            inputMode="decimal"
            error={isPace(written.pace) ? undefined : t('fields.badPace')}
            value={written.pace}
            onChange={(pace) => set({ pace })}
          />
        </div>
        <SendingFields
          ready={content !== undefined && isPace(written.pace)}
          count={sample?.count}
          moves={draft.saved && draft.kept?.moves === true}
          busy={actions.busy}
          onStart={(at) => void start(at)}
        />
      </Step>
    </div>
  )
}

/** Whether what is written is safe. */
function Kept({ draft: { kept, saved, error, keep } }: { readonly draft: KeptDraft }) {
  const { t } = useTranslation('broadcasts')
  if (error !== undefined && !saved) {
    return (
      <span role="alert" className="flex min-w-0 items-center gap-2 text-xs text-danger">
        <CircleAlert size={14} aria-hidden className="shrink-0" />
        <span className="min-w-0">{t(faultOf(error))}</span>
        <Button small onClick={() => void keep()}>
          {t('keepAgain')}
        </Button>
      </span>
    )
  }
  if (!kept) return <span className="text-xs text-faint">{t('notKept')}</span>
  return (
    <span role="status" className="flex items-center gap-1 text-xs text-muted">
      {saved && <Check size={14} aria-hidden />}
      {t(saved ? 'kept' : 'keeping')}
    </span>
  )
}
