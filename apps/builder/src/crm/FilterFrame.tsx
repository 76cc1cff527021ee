import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, Dialog } from '../ui/index.ts'

interface FilterFrameProps {
  /** The fields, laid out by `className`. */
  readonly children: ReactNode
  readonly className: string
  /** Stands under the fields, and is no part of them. */
  readonly below?: ReactNode
  /** What is written cannot be asked for. */
  readonly wrong?: boolean
  onApply(): void
  onClear(): void
  onClose(): void
}

/** The dialog in which a list is narrowed: it closes with what is asked for, or with every condition taken away. */
export function FilterFrame({ children, className, below, wrong = false, onApply, onClear, onClose }: FilterFrameProps) {
  const { t } = useTranslation('crm')
  const apply = () => {
    onApply()
    onClose()
  }
  const clear = () => {
    onClear()
    onClose()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('filterFrame.title')}
      actions={
        <>
          <Button onClick={clear}>{t('filterFrame.clear')}</Button>
          <Button look="primary" disabled={wrong} onClick={apply}>
            {t('filterFrame.apply')}
          </Button>
        </>
      }
    >
      <form
        className={className}
        onSubmit={(event) => {
          event.preventDefault()
          if (!wrong) apply()
        }}
      >
        {children}
        <button type="submit" hidden />
      </form>
      {below}
    </Dialog>
  )
}
