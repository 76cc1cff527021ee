import type { BroadcastInfo } from '@voronka/api'
import { useTranslation } from 'react-i18next'

interface OfBroadcast {
  readonly broadcast: BroadcastInfo
}

/** How many got it, were left out, could not be reached. */
export function Figures({ broadcast: { total, sent, skipped, failed } }: OfBroadcast) {
  const { t } = useTranslation('broadcasts')
  return (
    <span className="flex flex-wrap gap-x-3 tabular-nums">
      <span>{t('figures.sent', { sent, total })}</span>
      {skipped > 0 && <span>{t('figures.skipped', { count: skipped })}</span>}
      {failed > 0 && <span className="text-danger">{t('figures.failed', { count: failed })}</span>}
    </span>
  )
}

/** How far it is. Failures are seen in it. */
export function ProgressBar({ broadcast: { total, sent, skipped, failed } }: OfBroadcast) {
  const { t } = useTranslation('broadcasts')
  const share = (count: number) => `${total ? (count / total) * 100 : 0}%`
  const over = sent + skipped + failed
  return (
    <span
      role="progressbar"
      aria-label={t('figures.progress')}
      aria-valuemin={0}
      aria-valuemax={total}
      aria-valuenow={over}
      aria-valuetext={t('figures.sent', { sent, total })}
      className="flex h-1.5 w-full overflow-hidden rounded-full bg-hover"
    >
      <span className="bg-accent transition-[width]" style={{ width: share(sent) }} />
      <span className="bg-strong transition-[width]" style={{ width: share(skipped) }} />
      <span className="bg-danger transition-[width]" style={{ width: share(failed) }} />
    </span>
  )
}
