import { describeEdits } from '@voronka/flow'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/language.ts'
import { useEditorStore } from '../editor/index.ts'
import type { History } from '../editor/index.ts'

/** Long enough for a burst of typing to be said once. */
const pauseMs = 700

/** Says to a screen reader what was done, undone and redone: the steps of the history, in the words of its tooltips. */
export function Announcer() {
  const { t } = useTranslation('canvas')
  const language = useLanguage()
  const store = useEditorStore()
  const [said, setSaid] = useState('')

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const stop = store.subscribe(({ history }, { history: former }) => {
      const happened = happenedBetween(former, history)
      if (!happened) return
      clearTimeout(timer)
      const step = happened.step.label ?? describeEdits(happened.step.forward, language)
      timer = setTimeout(() => setSaid(happened.kind === 'done' ? step : t(`history.${happened.kind}`, { step })), pauseMs)
    })
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [store, language, t])

  return (
    <p role="status" className="sr-only">
      {said}
    </p>
  )
}

/** Which step the history has just gained, given back or taken again. */
export function happenedBetween({ past: before, future: undone }: History, { past, future }: History) {
  const last = past.at(-1)
  if (future.length > undone.length) {
    const step = before.at(-1)
    return step && ({ kind: 'undone', step } as const)
  }
  if (!last || last === before.at(-1)) return undefined
  // A redo moves the very step over; a new one empties the list of what was undone.
  const redone = undone.length - future.length === 1 && last.at === 0
  return { kind: redone ? 'redone' : 'done', step: last } as const
}
