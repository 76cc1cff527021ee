import { useTranslation } from 'react-i18next'
import { Button, Dialog } from '../ui/index.ts'

interface DeleteDialogProps {
  readonly title: string
  readonly about: string
  readonly busy: boolean
  onDelete(): void
  onClose(): void
}

/** Asks before something is deleted for good. */
export function DeleteDialog({ title, about, busy, onDelete, onClose }: DeleteDialogProps) {
  const { t: say } = useTranslation('app')
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      about={about}
      actions={
        <>
          <Button onClick={onClose}>{say('ui.cancel')}</Button>
          <Button look="danger" busy={busy} onClick={onDelete}>
            {say('ui.delete')}
          </Button>
        </>
      }
    >
      {null}
    </Dialog>
  )
}
