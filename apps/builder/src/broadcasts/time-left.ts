import type { BroadcastInfo } from '@voronka/api'

/** Seconds until everybody was reached, at the pace that is set. */
export const secondsLeft = ({
  total,
  sent,
  skipped,
  failed,
  pace,
}: Pick<BroadcastInfo, 'total' | 'sent' | 'skipped' | 'failed' | 'pace'>): number => Math.ceil((total - sent - skipped - failed) / pace)

/** The largest unit that says it: seconds under a minute and a half, minutes under an hour and a half, else hours. */
export function timeLeft(seconds: number): { readonly unit: 'seconds' | 'minutes' | 'hours'; readonly count: number } {
  if (seconds < 90) return { unit: 'seconds', count: seconds }
  if (seconds < 5400) return { unit: 'minutes', count: Math.round(seconds / 60) }
  return { unit: 'hours', count: Math.round(seconds / 3600) }
}
