import { mostTaskFiles } from '@voronka/api'
import { fileKind } from '@voronka/api/formatted-text'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FileChip, UploadButton, UploadList, type Uploads } from '../files/index.ts'
import { Button, TextInput } from '../ui/index.ts'
import type { NewTask } from './use-task-actions.ts'

type Files = NewTask['attachments']

interface TaskFilesProps {
  readonly files: Files
  readonly uploads: Uploads
  onChange(files: Files): void
}

/** Pictures and videos that belong to a task: of this device, also pasted or dropped into the form, or by their address. */
export function TaskFiles({ files, uploads, onChange }: TaskFilesProps) {
  const { t } = useTranslation('tasks')
  const [url, setUrl] = useState('')
  const bad = url.trim() !== '' && !/^(https?:\/\/|\/files\/)\S+$/.test(url.trim())
  const add = () => {
    onChange([...files, { url: url.trim(), name: '' }])
    setUrl('')
  }
  return (
    <div className="flex flex-col gap-2">
      <p className="text-xs text-muted">{t('fields.attachments')}</p>
      {files.map(({ url: each, name }, index) => (
        <FileChip
          key={each}
          url={each}
          name={name}
          picture={fileKind(each) === 'image'}
          onRemove={() => onChange(files.toSpliced(index, 1))}
        />
      ))}
      <UploadList uploads={uploads} />
      {files.length < mostTaskFiles && (
        <div className="flex flex-wrap items-start gap-2">
          <UploadButton uploads={uploads} />
          <div className="min-w-40 flex-1">
            <TextInput
              type="url"
              label={t('attachments.address')}
              labelHidden
              placeholder="https://"
              value={url}
              maxLength={4000}
              error={bad ? t('attachments.bad') : undefined}
              onChange={setUrl}
            />
          </div>
          <Button disabled={!url.trim() || bad} onClick={add}>
            {t('attachments.add')}
          </Button>
        </div>
      )}
    </div>
  )
}
