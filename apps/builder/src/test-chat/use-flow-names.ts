import { diagnosticCodes, explain } from '@voronka/calculator'
import { arrowTitle, blockTitle, isNothing } from '@voronka/flow'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/language.ts'
import { indexOf, useEditor } from '../editor/index.ts'
import { momentText } from './moments.ts'
import type { Names } from './trace-story.ts'

/** How the elements of the open draft are called. The trace may name some that were deleted since. */
export function useFlowNames(zone: string, now: number): Names {
  const project = useEditor((state) => state.project)
  const language = useLanguage()
  const { t } = useTranslation('test-chat')
  // Whole minutes are enough to know which day it is, and the story is not told anew each second.
  const minute = Math.floor(now / 60_000) * 60_000
  return useMemo(() => {
    const { blocks, arrows } = indexOf(project)
    const block = (number: number) => {
      const found = blocks.get(number)
      return found ? t('elements.block', { number, title: blockTitle(found, language) }) : t('elements.deletedBlock', { number })
    }
    return {
      block,
      arrow(id) {
        const found = arrows.get(id)
        return found
          ? t('elements.arrow', { label: arrowTitle(found, language), target: block(found.to) })
          : t('elements.deletedArrow', { number: id })
      },
      condition(number) {
        const { condition = '', compare = '' } = blocks.get(number) ?? {}
        return isNothing(condition) ? compare.trim() : condition.trim()
      },
      moment: (ms) => momentText(ms, zone, minute, language),
      finding(finding) {
        if (!diagnosticCodes.includes(finding.code)) return undefined
        const { message, hint } = explain(finding, language)
        return [message, hint].filter(Boolean).join(' ')
      },
    }
  }, [project, language, t, zone, minute])
}
