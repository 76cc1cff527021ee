import type { StoredFile } from '@voronka/api'
import { attachmentKinds, attachmentKindWords, type Attachment, type Block } from '@voronka/flow'
import { Plus, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useProjectId } from '../editor/index.ts'
import { takesFiles, UploadButton, UploadList, useUploads } from '../files/index.ts'
import { Button, IconButton, Select } from '../ui/index.ts'
import { addressFault } from './field-checks.ts'
import { FieldProblems } from './FieldProblems.tsx'
import { Remark } from './fields/Remark.tsx'
import { TextField } from './fields/TextField.tsx'
import { usePanelTools } from './panel-tools.ts'

/** Builder-and-runtime, section 15. */
const most = 10

type Values = Pick<Block, 'attachmentKind' | 'attachments'>

export function AttachmentFields({ values, onChange }: { readonly values: Values; readonly onChange: (fields: Partial<Values>) => void }) {
  const { t } = useTranslation('panel')
  const { language } = usePanelTools()
  const { attachmentKind, attachments } = values
  const put = (index: number, fields: Partial<Attachment>) =>
    onChange({ attachments: attachments.map((one, at) => (at === index ? { ...one, ...fields } : one)) })
  /** The first one says what they are. */
  const take = ({ url, name, kind }: StoredFile) =>
    onChange({ attachments: [...attachments, { url, name }], ...(!attachments.length && { attachmentKind: kind }) })
  const uploads = useUploads({ projectId: useProjectId(), room: most - attachments.length, onStored: take })
  return (
    <div className="flex flex-col gap-3" {...takesFiles(uploads.add)}>
      <Select
        label={t('attachments.kind')}
        value={attachmentKind}
        options={attachmentKinds.map((value) => ({ value, label: attachmentKindWords[value][language] }))}
        onChange={(kind) => onChange({ attachmentKind: kind })}
      />
      {attachments.map((attachment, index) => (
        <AttachmentRow
          // The list is edited in place and has no ids of its own.
          key={index}
          number={index + 1}
          attachment={attachment}
          onChange={(fields) => put(index, fields)}
          onRemove={() => onChange({ attachments: attachments.filter((_, at) => at !== index) })}
        />
      ))}
      <UploadList uploads={uploads} />
      <FieldProblems field="attachments" />
      {attachments.length < most ? (
        <div className="flex flex-wrap gap-2">
          <UploadButton uploads={uploads} />
          <Button icon={<Plus size={16} />} onClick={() => onChange({ attachments: [...attachments, { url: '', name: '' }] })}>
            {t('attachments.add')}
          </Button>
        </div>
      ) : (
        <Remark>{t('attachments.limit')}</Remark>
      )}
      {attachments.length > 1 && <Remark>{t('attachments.severalHint')}</Remark>}
    </div>
  )
}

interface AttachmentRowProps {
  readonly number: number
  readonly attachment: Attachment
  readonly onChange: (fields: Partial<Attachment>) => void
  readonly onRemove: () => void
}

function AttachmentRow({ number, attachment: { url, name }, onChange, onRemove }: AttachmentRowProps) {
  const { t } = useTranslation('panel')
  return (
    <div className="flex items-start gap-1">
      <div className="flex min-w-0 flex-1 flex-col gap-1">
        <TextField
          label={t('attachments.address', { number })}
          labelHidden
          inputMode="url"
          placeholder={t('attachments.placeholder')}
          error={addressFault(url) && t('attachments.bad')}
          value={url}
          onChange={(address) => onChange({ url: address })}
        />
        {url && (
          <TextField
            label={t('attachments.name', { number })}
            labelHidden
            placeholder={t('attachments.namePlaceholder')}
            value={name}
            onChange={(given) => onChange({ name: given })}
          />
        )}
      </div>
      <IconButton label={t('attachments.remove', { number })} icon={<X size={16} />} onClick={onRemove} />
    </div>
  )
}
