import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProject } from '../app/project-context.tsx'
import { FileChip, takesFiles, UploadButton, UploadList, useUploads } from '../files/index.ts'
import { Button, IconButton, Select, TextInput } from '../ui/index.ts'
import type { Attachment } from './complete-fields.ts'

const most = 10
const kinds = ['image', 'video', 'audio', 'file', 'link'] as const

interface AttachmentFieldsProps {
  readonly attachments: readonly Attachment[]
  onChange(attachments: readonly Attachment[]): void
}

/** Files that go with a text: of this device, or by their addresses. */
export function AttachmentFields({ attachments, onChange }: AttachmentFieldsProps) {
  const { t } = useTranslation('broadcasts')
  const { id: projectId } = useProject()
  const uploads = useUploads({
    projectId,
    room: most - attachments.length,
    onStored: ({ kind, url, name }) => onChange([...attachments, { kind, url, name }]),
  })
  const [url, setUrl] = useState('')
  const address = url.trim()
  const bad = address !== '' && !/^(https?:\/\/|\/files\/)\S+$/.test(address)
  const add = () => {
    if (!address || bad) return
    onChange([...attachments, { kind: kindOf(address), url: address, name: '' }])
    setUrl('')
  }
  return (
    <div className="flex flex-col gap-2" {...takesFiles(uploads.add)}>
      <ul className="flex flex-col gap-2 empty:hidden">
        {attachments.map((attachment, index) => (
          <li key={index} className="grid grid-cols-[96px_minmax(0,1fr)_auto] items-center gap-2">
            <Select
              label={t('attachments.kind', { url: attachment.url })}
              labelHidden
              value={attachment.kind}
              options={kinds.map((value) => ({ value, label: t(`attachments.kinds.${value}`) }))}
              onChange={(kind) => onChange(attachments.with(index, { ...attachment, kind }))}
            />
            <FileChip url={attachment.url} name={attachment.name} picture={attachment.kind === 'image'} />
            <IconButton
              label={t('attachments.remove', { url: attachment.url })}
              icon={<X size={14} />}
              onClick={() => onChange(attachments.toSpliced(index, 1))}
            />
          </li>
        ))}
      </ul>
      <UploadList uploads={uploads} />
      {attachments.length < most && (
        <form
          className="flex flex-wrap items-end gap-2"
          onSubmit={(event) => {
            event.preventDefault()
            add()
          }}
        >
          <UploadButton uploads={uploads} />
          <div className="min-w-40 flex-1">
            <TextInput
              type="text"
              inputMode="url"
              label={t('attachments.address')}
              placeholder="https://"
              maxLength={4000}
              value={url}
              onChange={setUrl}
            />
          </div>
          <Button type="submit" icon={<Plus size={14} aria-hidden />} disabled={!address || bad}>
            {t('attachments.add')}
          </Button>
        </form>
      )}
      {bad && <p className="text-xs text-danger">{t('attachments.bad')}</p>}
      {attachments.length > 1 && <p className="text-xs text-warning">{t('attachments.several')}</p>}
    </div>
  )
}

/** What the ending of an address speaks for; it can be changed. */
export function kindOf(address: string): Attachment['kind'] {
  const ending = /\.([a-z0-9]+)(?:[?#].*)?$/i.exec(address)?.[1]?.toLowerCase() ?? ''
  if (/^(png|jpe?g|gif|webp|avif)$/.test(ending)) return 'image'
  if (/^(mp4|webm|mov)$/.test(ending)) return 'video'
  if (/^(mp3|ogg|wav|m4a)$/.test(ending)) return 'audio'
  return 'file'
}
