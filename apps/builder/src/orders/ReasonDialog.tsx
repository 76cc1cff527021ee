import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, Dialog, TextArea } from '../ui/index.ts'

interface ReasonDialogProps {
  readonly place: 'fail' | 'archive'
  /** What is closed: "Order 5", "3 orders". */
  readonly what: string
  onDecide(reason: string): void
  onCancel(): void
}

/** Moving to failed or archive asks why; the answer stays in the order (crm-and-tasks, section 7). */
export function ReasonDialog({ place, what, onDecide, onCancel }: ReasonDialogProps) {
  const { t } = useTranslation('orders')
  const { t: say } = useTranslation('app')
  const [reason, setReason] = useState('')
  return (
    <Dialog
      open
      onClose={onCancel}
      title={t(`reason.${place}`, { what })}
      actions={
        <>
          <Button onClick={onCancel}>{say('ui.cancel')}</Button>
          <Button look="primary" onClick={() => onDecide(reason.trim())}>
            {t(`reason.do.${place}`)}
          </Button>
        </>
      }
    >
      <TextArea
        label={t('reason.label')}
        hint={t('reason.hint', { variable: place === 'fail' ? 'failed_reason' : 'achived_reason' })}
        maxLength={1000}
        value={reason}
        onChange={setReason}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) onDecide(reason.trim())
        }}
      />
    </Dialog>
  )
}
