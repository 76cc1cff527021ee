import type { BroadcastInfo } from '@voronka/api'
import clsx from 'clsx'
import { useTranslation } from 'react-i18next'

const looks: Readonly<Record<BroadcastInfo['status'], string>> = {
  draft: 'bg-sunken text-muted',
  scheduled: 'bg-accent-soft text-accent',
  running: 'bg-accent-soft text-accent',
  paused: 'bg-warning-soft text-warning',
  done: 'bg-success-soft text-success',
  stopped: 'bg-sunken text-muted',
  failed: 'bg-danger-soft text-danger',
}

export function StatusMark({ status }: Pick<BroadcastInfo, 'status'>) {
  const { t } = useTranslation('broadcasts')
  return <span className={clsx('shrink-0 rounded-sm px-1.5 py-0.5 text-xs', looks[status])}>{t(`status.${status}`)}</span>
}
