import type { TestChat } from '@voronka/api'
import { Play, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../ui/index.ts'
import { durationText } from './duration.ts'
import type { Names } from './trace-story.ts'

interface TimersPaneProps {
  readonly pending: TestChat['pending']
  /** The test chat's own time, milliseconds. */
  readonly now: number
  readonly names: Names
  readonly onRun: (id: number) => void
  readonly onCancel: (id: number) => void
  readonly onShow: (arrow: number) => void
}

/** Planned transitions in the order in which they fall due. */
export function TimersPane({ pending, now, names, onRun, onCancel, onShow }: TimersPaneProps) {
  const { t } = useTranslation('test-chat')
  if (!pending.length) return <p className="p-4 text-center text-xs text-faint">{t('timers.none')}</p>
  return (
    <ul className="flex flex-col gap-1.5 p-3">
      {pending
        .toSorted((a, b) => Date.parse(a.due) - Date.parse(b.due))
        .map(({ id, arrow, from, to, due, keep, cancelIfLeft }) => {
          const left = Date.parse(due) - now
          return (
            <li key={id} className="flex min-w-0 items-center gap-1 rounded-md border border-line p-2 text-sm">
              <button type="button" className="flex min-w-0 flex-1 flex-col text-left" onClick={() => onShow(arrow)}>
                <span className="w-full truncate font-medium">{names.block(to)}</span>
                <span className="text-xs text-muted tabular-nums">
                  {names.moment(Date.parse(due))} · {left > 0 ? t('timers.in', { duration: durationText(left, t) }) : t('timers.overdue')}
                </span>
                <span className="text-2xs leading-4 text-faint">
                  {[t('timers.from', { block: names.block(from) }), keep && t('timers.keep'), cancelIfLeft && t('timers.cancelIfLeft')]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </button>
              <IconButton
                label={`${t('timers.runNow')}: ${names.block(to)}`}
                hint={t('timers.runNow')}
                icon={<Play size={16} />}
                onClick={() => onRun(id)}
              />
              <IconButton
                label={`${t('timers.cancel')}: ${names.block(to)}`}
                hint={t('timers.cancel')}
                icon={<X size={16} />}
                onClick={() => onCancel(id)}
              />
            </li>
          )
        })}
    </ul>
  )
}
