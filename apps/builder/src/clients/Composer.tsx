import type { ClientCard, DialogueMessage } from '@voronka/api'
import { quotedText } from '@voronka/api/formatted-text'
import { useQuery } from '@tanstack/react-query'
import clsx from 'clsx'
import { ArrowUp, Clock, MessageSquareText, PenLine, X, Zap } from 'lucide-react'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProject } from '../app/project-context.tsx'
import { FileChip, takesFiles, UploadButton, UploadList, useUploads } from '../files/index.ts'
import { localMoment } from '../projects/local-moment.ts'
import { Button, Dialog, IconButton, Menu, TextInput } from '../ui/index.ts'
import { BlockPicker } from './BlockPicker.tsx'
import { repliesQuery } from './clients.queries.ts'
import type { InboxPlace } from './DialogueHead.tsx'
import { EmojiButton } from './EmojiButton.tsx'
import { keptDraft, keepDraft } from './kept-draft.ts'
import { Mentions } from './Mentions.tsx'
import { QuickReplies } from './QuickReplies.tsx'
import { Quote, type Quoted } from './Quote.tsx'
import type { Attachments, Send } from './use-send.ts'
import { useWriting } from './use-writing.ts'

const mostFiles = 10
const mostLetters = 16_000

interface ComposerProps {
  readonly client: ClientCard
  readonly send: Send
  /** For colleagues. */
  readonly comment: boolean
  onComment(comment: boolean): void
  /** What is written answers it. */
  readonly answering: DialogueMessage | undefined
  /** It was answered, or is not to be. */
  onAnswered(): void
  /** Where it stands in the inbox. */
  readonly inbox: InboxPlace | undefined
}

/** Writes to a client as a person, or a comment to colleagues. What is half written stays with its dialogue. */
export function Composer({ client, send, comment, onComment: setComment, answering, onAnswered, inbox }: ComposerProps) {
  const { t } = useTranslation('clients')
  const { id: projectId } = useProject()
  const draftKey = `${projectId}:${client.id}`
  const [text, setText] = useState(() => keptDraft(draftKey))
  const writing = useWriting(client.id)
  const [files, setFiles] = useState<Attachments>([])
  const [dialog, setDialog] = useState<'later' | 'block' | 'replies' | 'file'>()
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    if (answering) field.current?.focus()
  }, [answering])
  const wanted = inbox?.focused
  const focus = useEffectEvent(() => {
    field.current?.focus()
    inbox?.onFocused()
  })
  useEffect(() => {
    if (wanted) focus()
  }, [wanted])
  const write = (written: string) => {
    setText(written)
    keepDraft(draftKey, written)
  }
  /** Where the cursor stands, and in place of what is marked. */
  const insert = (piece: string) => {
    const area = field.current
    const [from, to] = area ? [area.selectionStart, area.selectionEnd] : [text.length, text.length]
    if (text.length - (to - from) + piece.length > mostLetters) return
    write(text.slice(0, from) + piece + text.slice(to))
    // After the page shows the new text: before, there is no such place.
    requestAnimationFrame(() => area?.setSelectionRange(from + piece.length, from + piece.length))
  }
  const uploads = useUploads({
    projectId,
    room: mostFiles - files.length,
    onStored: ({ kind, url, name }) => setFiles((former) => [...former, { kind, url, name }]),
  })
  // What is still on its way would be left behind.
  const ready = comment ? text.trim() !== '' : !uploads.busy && (text.trim() !== '' || files.length > 0)
  const attach = (chosen: File[]) => {
    setComment(false)
    uploads.add(chosen)
  }

  const submit = (at?: string) => {
    if (!ready) return
    const written = text.trim()
    if (comment) void send.comment(written).then((done) => done || write(written))
    else send.send(written, files, { at, answers: answering && quotedOf(answering) })
    if (!comment) onAnswered()
    write('')
    setFiles([])
  }
  return (
    <div className={clsx('shrink-0 border-t border-line p-2', comment ? 'bg-warning-soft' : 'bg-surface')} {...takesFiles(attach)}>
      {writing.colleague !== undefined && (
        <p role="status" className="flex items-center gap-1 px-2 pb-1 text-xs text-warning">
          <PenLine size={12} aria-hidden className="shrink-0" />
          {t('composer.colleague', { name: writing.colleague })}
        </p>
      )}
      {!comment && client.speaks === 'bot' && <p className="px-2 pb-1 text-2xs text-faint">{t('composer.botSpeaks')}</p>}
      {client.unsubscribed && !comment && <p className="px-2 pb-1 text-2xs text-danger">{t('composer.unsubscribed')}</p>}
      {comment && (
        <Mentions
          text={text}
          onChoose={(written) => {
            write(written)
            field.current?.focus()
          }}
        />
      )}
      {!comment && answering && (
        <div className="flex items-center gap-1 px-2 pb-2">
          <Quote quoted={quotedOf(answering)} />
          <IconButton small label={t('composer.noReply')} icon={<X size={14} />} onClick={onAnswered} />
        </div>
      )}
      {!comment && (
        <div className="flex max-h-48 flex-col gap-1 overflow-y-auto pb-1 empty:hidden">
          {files.length > 0 && (
            <ul className="flex flex-wrap gap-1">
              {files.map(({ kind, url, name }, index) => (
                <li key={url} className="max-w-60">
                  <FileChip url={url} name={name} picture={kind === 'image'} onRemove={() => setFiles(files.toSpliced(index, 1))} />
                </li>
              ))}
            </ul>
          )}
          {uploads.list.length > 0 && <UploadList uploads={uploads} />}
        </div>
      )}
      <form
        className="flex items-end gap-1"
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <div className="flex h-9 shrink-0 items-center">
          <IconButton
            label={t(comment ? 'composer.asMessage' : 'composer.asComment')}
            pressed={comment}
            icon={<MessageSquareText size={16} />}
            onClick={() => setComment(!comment)}
          />
          {!comment && <UploadButton bare uploads={uploads} />}
          <EmojiButton onChoose={insert} onClosed={() => field.current?.focus()} />
          <Menu
            side="top"
            trigger={<IconButton label={t('composer.more')} icon={<Zap size={16} />} />}
            items={[
              { label: t('composer.replies'), onSelect: () => setDialog('replies') },
              { label: t('composer.block'), onSelect: () => setDialog('block') },
              { label: t('composer.file'), disabled: comment, onSelect: () => setDialog('file') },
              { label: t('composer.later'), icon: <Clock size={14} />, disabled: comment || !ready, onSelect: () => setDialog('later') },
            ]}
          />
        </div>
        <textarea
          ref={field}
          rows={1}
          aria-label={t(comment ? 'composer.writeComment' : 'composer.write')}
          placeholder={t(comment ? 'composer.commentHint' : 'composer.write')}
          maxLength={mostLetters}
          enterKeyHint="send"
          value={text}
          onChange={({ target }) => {
            write(target.value)
            if (!comment) writing.note()
          }}
          onKeyDown={(event) => {
            if (event.key === 'Escape') {
              if (answering) {
                event.stopPropagation()
                onAnswered()
              } else inbox?.onLeave()
            }
            // While an input method composes a character, Enter belongs to it.
            if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
            event.preventDefault()
            submit()
          }}
          className="field-sizing-content max-h-40 min-h-9 min-w-0 flex-1 resize-none rounded-[14px] border border-line bg-field px-3 py-1.5 text-lg leading-6 focus-visible:-outline-offset-1 sm:text-sm"
        />
        <button
          type="submit"
          disabled={!ready}
          aria-label={t(comment ? 'composer.addComment' : 'composer.send')}
          title={t(comment ? 'composer.addComment' : 'composer.send')}
          className="flex size-9 shrink-0 items-center justify-center rounded-full bg-accent text-on-accent disabled:bg-hover disabled:text-faint"
        >
          <ArrowUp aria-hidden className="size-4" />
        </button>
      </form>
      {dialog === 'later' && (
        <LaterDialog
          onClose={() => setDialog(undefined)}
          onChoose={(at) => {
            setDialog(undefined)
            submit(at)
          }}
        />
      )}
      {dialog === 'block' && (
        <BlockPicker
          onClose={() => setDialog(undefined)}
          onChoose={(block) => {
            setDialog(undefined)
            void send.block(block)
          }}
        />
      )}
      {dialog === 'replies' && (
        <QuickReplies
          onClose={() => setDialog(undefined)}
          onChoose={(reply) => {
            setDialog(undefined)
            write(text ? `${text}\n${reply}` : reply)
            // It is looked over and sent.
            requestAnimationFrame(() => field.current?.focus())
          }}
        />
      )}
      {dialog === 'file' && (
        <FileDialog
          onClose={() => setDialog(undefined)}
          onAdd={(url) => {
            if (!files.some((each) => each.url === url)) setFiles([...files, { kind: 'link' as const, url, name: '' }].slice(0, mostFiles))
            setDialog(undefined)
          }}
        />
      )}
      <Preload />
    </div>
  )
}

/** As the server will quote it. */
const quotedOf = (message: DialogueMessage): Quoted => ({
  message: message.id,
  from: message.from === 'client' || message.from === 'operator' ? message.from : 'bot',
  text: quotedText(message),
})

/** Quick replies are there when they are asked for. */
function Preload() {
  useQuery(repliesQuery(useProject().id))
  return null
}

function LaterDialog({ onChoose, onClose }: { onChoose(at: string): void; onClose(): void }) {
  const { t } = useTranslation('clients')
  const { t: say } = useTranslation('app')
  const [moment, setMoment] = useState(() => localMoment(new Date(Date.now() + 3_600_000)))
  const [past, setPast] = useState(false)
  const at = new Date(moment)
  const good = !Number.isNaN(at.getTime())
  const choose = () => {
    const passed = at.getTime() <= Date.now()
    setPast(passed)
    if (!passed) onChoose(at.toISOString())
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('composer.later')}
      actions={
        <>
          <Button onClick={onClose}>{say('ui.cancel')}</Button>
          <Button look="primary" disabled={!good} onClick={choose}>
            {t('composer.plan')}
          </Button>
        </>
      }
    >
      <div className="pb-2">
        <TextInput
          type="datetime-local"
          label={t('composer.when')}
          value={moment}
          error={past ? t('composer.past') : undefined}
          onChange={setMoment}
        />
      </div>
    </Dialog>
  )
}

function FileDialog({ onAdd, onClose }: { onAdd(url: string): void; onClose(): void }) {
  const { t } = useTranslation('clients')
  const { t: say } = useTranslation('app')
  const [url, setUrl] = useState('')
  const bad = url.trim() !== '' && !/^https?:\/\/\S+$/.test(url.trim())
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('composer.file')}
      actions={
        <>
          <Button onClick={onClose}>{say('ui.cancel')}</Button>
          <Button look="primary" disabled={!url.trim() || bad} onClick={() => onAdd(url.trim())}>
            {t('composer.addFile')}
          </Button>
        </>
      }
    >
      <div className="pb-2">
        <TextInput
          type="url"
          label={t('composer.address')}
          placeholder="https://"
          maxLength={4000}
          value={url}
          error={bad ? t('composer.badAddress') : undefined}
          onChange={setUrl}
        />
      </div>
    </Dialog>
  )
}
