import { useTranslation } from 'react-i18next'
import { Button, Dialog } from '../ui/index.ts'

interface ConfirmDialogProps {
  readonly open: boolean
  readonly title: string
  readonly about: string
  readonly confirm: string
  readonly danger?: boolean
  onConfirm(): void
  onClose(): void
}

/** Asks once more before what cannot be taken back. */
export function ConfirmDialog({ open, title, about, confirm, danger, onConfirm, onClose }: ConfirmDialogProps) {
  const { t } = useTranslation('app')
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={title}
      about={about}
      actions={
        <>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button
            look={danger ? 'danger' : 'primary'}
            onClick={() => {
              onClose()
              onConfirm()
            }}
          >
            {confirm}
          </Button>
        </>
      }
    >
      {null}
    </Dialog>
  )
}
