import { useTranslation } from 'react-i18next'
import { Button } from '../ui/index.ts'

/** Stands where a part of the page could not be loaded; the rest of the page goes on. */
export function NotLoaded({ onRetry }: { onRetry(): void }) {
  const { t } = useTranslation('settings')
  return (
    <p role="alert" className="flex flex-wrap items-center gap-3 text-sm text-muted">
      {t('notLoaded')}
      <Button small onClick={onRetry}>
        {t('retry')}
      </Button>
    </p>
  )
}
