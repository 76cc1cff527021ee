import { useTranslation } from 'react-i18next'
import { Button, Dialog } from '../../ui/index.ts'

interface OutsideHoursDialogProps {
  readonly name: string
  onYes(): void
  onClose(): void
}

/** Outside of working hours is allowed, but only deliberately (booking, section 7). */
export function OutsideHoursDialog({ name, onYes, onClose }: OutsideHoursDialogProps) {
  const { t } = useTranslation('booking')
  const { t: say } = useTranslation('app')
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('outside.title')}
      about={t('outside.about', { name })}
      actions={
        <>
          <Button onClick={onClose}>{say('ui.cancel')}</Button>
          <Button look="primary" onClick={onYes}>
            {t('outside.do')}
          </Button>
        </>
      }
    >
      {null}
    </Dialog>
  )
}
