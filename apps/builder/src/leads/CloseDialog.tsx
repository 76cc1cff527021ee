import { closeLead, leadResults, type Lead, type LeadResult } from '@voronka/api'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../app/call.ts'
import { useProject } from '../app/project-context.tsx'
import { Button, Dialog, Select, TextArea } from '../ui/index.ts'
import { useLeadChange } from './use-lead-change.ts'

/** Why nothing will come of a lead. */
export function CloseDialog({ lead, onClose }: { readonly lead: Lead; onClose(): void }) {
  const { t } = useTranslation('leads')
  const { t: say } = useTranslation('app')
  const { id: projectId } = useProject()
  const change = useLeadChange()
  const [result, setResult] = useState<LeadResult>('not-target')
  const [comment, setComment] = useState('')
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('closing.title')}
      about={t('closing.about')}
      actions={
        <>
          <Button onClick={onClose}>{say('ui.cancel')}</Button>
          <Button
            look="primary"
            busy={change.isPending}
            onClick={() =>
              change.mutate(() => call(closeLead, { projectId, lead: lead.id, revision: lead.revision, result, comment }), {
                onSuccess: onClose,
              })
            }
          >
            {t('closing.do')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <Select
          label={t('closing.reason')}
          value={result}
          options={leadResults.map((value) => ({ value, label: t(`result.${value}`) }))}
          onChange={(value) => setResult(value)}
        />
        <TextArea label={t('closing.comment')} maxLength={2000} value={comment} onChange={setComment} />
      </div>
    </Dialog>
  )
}
