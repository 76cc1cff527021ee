import type { StoredFile } from '@voronka/api'
import { ArrowUp, Paperclip, UserX, Zap } from 'lucide-react'
import { useState, type FormEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Picker } from '../calculator-editor/index.ts'
import { useProjectId } from '../editor/index.ts'
import { FileChip, takesFiles, UploadButton, UploadList, useUploads } from '../files/index.ts'
import { Button, control } from '../ui/index.ts'
import type { TestEvent } from './chat-actions.ts'

/** Of one message (builder-and-runtime, section 15). */
const mostFiles = 10

/** True: it went through, and the field may be emptied. */
type Send = (event: TestEvent) => Promise<boolean>

/** Writes as the client. Enter sends; what could not be sent stays in the field. */
export function Composer({ onSend }: { readonly onSend: Send }) {
  const { t } = useTranslation('test-chat')
  const [text, setText] = useState('')
  const [files, setFiles] = useState<readonly StoredFile[]>([])
  const uploads = useUploads({
    projectId: useProjectId(),
    room: mostFiles - files.length,
    onStored: (file) => setFiles((former) => [...former, file]),
  })
  const ready = !uploads.busy && (text.trim() !== '' || files.length > 0)
  const submit = async () => {
    if (!ready) return
    const said = text.trim()
    const urls = files.map(({ url }) => url)
    setText('')
    setFiles([])
    if (await onSend(urls.length ? { kind: 'attachment', urls, caption: said } : { kind: 'text', text: said })) return
    // Unless something new was written meanwhile, what failed comes back.
    setText((now) => now || said)
    setFiles((now) => (now.length ? now : files))
  }
  return (
    <form
      className="flex flex-none flex-wrap items-end gap-1 border-t border-line p-2"
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
      {...takesFiles(uploads.add)}
    >
      <div className="flex max-h-40 w-full flex-col gap-1 overflow-y-auto empty:hidden">
        {files.map(({ id, url, name, kind }) => (
          <FileChip
            key={id}
            url={url}
            name={name}
            picture={kind === 'image'}
            onRemove={() => setFiles((former) => former.filter((each) => each.id !== id))}
          />
        ))}
        {uploads.list.length > 0 && <UploadList uploads={uploads} />}
      </div>
      <div className="flex h-9 flex-none items-center">
        <UploadButton bare uploads={uploads} />
        <OtherEvents onSend={onSend} />
      </div>
      <textarea
        rows={1}
        className="field-sizing-content max-h-32 min-h-9 min-w-0 flex-1 resize-none rounded-[14px] border border-line bg-field px-3 py-1.5 text-lg leading-6 text-text placeholder:text-faint focus-visible:-outline-offset-1 sm:text-sm"
        aria-label={t('chat.write')}
        placeholder={t('chat.write')}
        enterKeyHint="send"
        value={text}
        onChange={({ target }) => setText(target.value)}
        onKeyDown={(event) => {
          // While an input method composes a character, Enter belongs to it.
          if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
          event.preventDefault()
          void submit()
        }}
      />
      <button
        type="submit"
        disabled={!ready}
        aria-label={t('chat.send')}
        title={t('chat.send')}
        className="flex size-9 flex-none items-center justify-center rounded-full bg-accent text-on-accent disabled:bg-hover disabled:text-faint"
      >
        <ArrowUp aria-hidden className="size-4" />
      </button>
    </form>
  )
}

/** Everything that can happen to a funnel besides a typed text. */
function OtherEvents({ onSend }: { readonly onSend: Send }) {
  const { t } = useTranslation('test-chat')
  return (
    <Picker label={t('chat.more')} icon={<Zap aria-hidden className="size-4" />}>
      {(close) => {
        const send = (event: TestEvent) => {
          close()
          void onSend(event)
        }
        return (
          <div className="flex flex-col gap-4 overflow-y-auto p-3">
            <CallbackForm onSend={send} />
            <AttachmentForm onSend={send} />
            <Button icon={<UserX size={16} />} onClick={() => send({ kind: 'unsubscribed' })}>
              {t('chat.unsubscribe')}
            </Button>
          </div>
        )
      }}
    </Picker>
  )
}

function CallbackForm({ onSend }: { readonly onSend: (event: TestEvent) => void }) {
  const { t } = useTranslation('test-chat')
  const [text, setText] = useState('')
  const [pressed, setPressed] = useState(false)
  return (
    <EventForm
      title={t('chat.callback')}
      icon={<Zap aria-hidden className="size-4" />}
      disabled={!text.trim()}
      onSubmit={() => onSend({ kind: 'callback', text: text.trim(), pressed })}
    >
      <input
        className={control}
        aria-label={t('chat.callbackText')}
        placeholder={t('chat.callbackText')}
        value={text}
        autoComplete="off"
        onChange={({ target }) => setText(target.value)}
      />
      <label className="flex items-start gap-2 text-xs leading-4 text-muted">
        <input type="checkbox" className="mt-0.5 accent-accent" checked={pressed} onChange={({ target }) => setPressed(target.checked)} />
        {t('chat.pressed')}
      </label>
    </EventForm>
  )
}

function AttachmentForm({ onSend }: { readonly onSend: (event: TestEvent) => void }) {
  const { t } = useTranslation('test-chat')
  const [addresses, setAddresses] = useState('https://example.com/photo.jpg')
  const [caption, setCaption] = useState('')
  const urls = addresses
    .split('\n')
    .map((url) => url.trim())
    .filter(Boolean)
    .slice(0, 10)
  return (
    <EventForm
      title={t('chat.attachment')}
      icon={<Paperclip aria-hidden className="size-4" />}
      disabled={!urls.length}
      onSubmit={() => onSend({ kind: 'attachment', urls, caption: caption.trim() })}
    >
      <textarea
        className={`${control} h-auto! py-1.5`}
        rows={2}
        aria-label={t('chat.addresses')}
        placeholder={t('chat.addresses')}
        value={addresses}
        spellCheck={false}
        onChange={({ target }) => setAddresses(target.value)}
      />
      <input
        className={control}
        aria-label={t('chat.caption')}
        placeholder={t('chat.caption')}
        value={caption}
        autoComplete="off"
        onChange={({ target }) => setCaption(target.value)}
      />
    </EventForm>
  )
}

interface EventFormProps {
  readonly title: string
  readonly icon: ReactNode
  readonly disabled: boolean
  readonly onSubmit: () => void
  readonly children: ReactNode
}

function EventForm({ title, icon, disabled, onSubmit, children }: EventFormProps) {
  const { t } = useTranslation('test-chat')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSubmit()
  }
  return (
    <form className="flex flex-col gap-2" onSubmit={submit}>
      <h4 className="flex items-center gap-1.5 text-xs font-semibold text-muted">
        {icon}
        {title}
      </h4>
      {children}
      <Button type="submit" disabled={disabled}>
        {t('chat.send')}
      </Button>
    </form>
  )
}
