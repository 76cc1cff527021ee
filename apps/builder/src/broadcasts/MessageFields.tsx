import { blockTitle } from '@voronka/flow'
import { useQuery } from '@tanstack/react-query'
import { Workflow } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/language.ts'
import { useProject } from '../app/project-context.tsx'
import { blockNamesQuery } from '../clients/block-names-query.ts'
import { BlockPicker } from '../clients/BlockPicker.tsx'
import { Button, Segments, TextArea } from '../ui/index.ts'
import { AttachmentFields } from './AttachmentFields.tsx'
import type { WrittenBroadcast } from './complete-fields.ts'

interface MessageFieldsProps {
  readonly written: WrittenBroadcast
  onChange(fields: Partial<WrittenBroadcast>): void
}

/** A text of its own, or a block of the funnel with all that it has. Changing one's mind loses neither. */
export function MessageFields({ written, onChange }: MessageFieldsProps) {
  const { t } = useTranslation('broadcasts')
  return (
    <div className="flex flex-col gap-3">
      <Segments
        label={t('message.kind')}
        labelHidden
        value={written.kind}
        options={[
          { value: 'text', text: t('message.text') },
          { value: 'block', text: t('message.block') },
        ]}
        onChange={(kind) => onChange({ kind })}
      />
      {written.kind === 'text' ? (
        <>
          <TextArea
            label={t('message.write')}
            hint={t('message.variables', { example: '#{name}' })}
            maxLength={16_000}
            className="min-h-28"
            value={written.text}
            onChange={(text) => onChange({ text })}
          />
          <AttachmentFields attachments={written.attachments} onChange={(attachments) => onChange({ attachments })} />
        </>
      ) : (
        <ChosenBlock block={written.block} onChoose={(block) => onChange({ block })} />
      )}
    </div>
  )
}

function ChosenBlock({ block, onChoose }: { readonly block: number | null; onChoose(block: number): void }) {
  const { t } = useTranslation('broadcasts')
  const { id: projectId, rights } = useProject()
  const language = useLanguage()
  const [choosing, setChoosing] = useState(false)
  const { data: draft } = useQuery({ ...blockNamesQuery(projectId), enabled: rights.may('funnel') && block !== null })
  const found = draft?.blocks.find(({ number }) => number === block)
  return (
    <div className="flex flex-wrap items-center gap-3">
      {block !== null && (
        <p className="flex min-w-0 items-center gap-2 text-sm">
          <Workflow size={14} aria-hidden className="shrink-0 text-faint" />
          <span className="truncate">
            {found ? t('message.chosen', { number: block, title: blockTitle(found, language) }) : t('titleOfBlock', { block })}
          </span>
        </p>
      )}
      <Button onClick={() => setChoosing(true)}>{t(block === null ? 'message.choose' : 'message.other')}</Button>
      {choosing && (
        <BlockPicker
          title={t('message.choose')}
          about={t('message.chooseAbout')}
          choose={t('message.take')}
          onClose={() => setChoosing(false)}
          onChoose={(number) => {
            setChoosing(false)
            onChoose(number)
          }}
        />
      )}
    </div>
  )
}
