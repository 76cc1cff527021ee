import { diagnosticCodes, explain, type Language } from '@voronka/calculator'
import { arrowTitle, blockTitle, isNothing, type Project } from '@voronka/flow'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/language.ts'
import { indexOf, useEditor } from '../editor/index.ts'
import { momentText } from './moments.ts'
import type { Names, Say } from './trace-story.ts'

/** How the elements of the open draft are called. The trace may name some that were deleted since. */
export function useFlowNames(zone: string, now: number): Names {
  const project = useEditor((state) => state.project)
  const language = useLanguage()
  const { t } = useTranslation('test-chat')
  // Whole minutes are enough to know which day it is, and the story is not told anew each second.
  const minute = Math.floor(now / 60_000) * 60_000
  return useMemo(() => flowNames(project, { language, say: t, zone, now: minute }), [project, language, t, zone, minute])
}

/** The same for any document. */
export function flowNames(
  project: Project,
  { language, say, zone, now }: { language: Language; say: Say; zone: string; now: number },
): Names {
  const { blocks, arrows } = indexOf(project)
  const block = (number: number) => {
    const found = blocks.get(number)
    return found ? say('elements.block', { number, title: blockTitle(found, language) }) : say('elements.deletedBlock', { number })
  }
  return {
    block,
    arrow(id) {
      const found = arrows.get(id)
      return found
        ? say('elements.arrow', { label: arrowTitle(found, language), target: block(found.to) })
        : say('elements.deletedArrow', { number: id })
    },
    condition(number) {
      const { condition = '', compare = '' } = blocks.get(number) ?? {}
      return isNothing(condition) ? compare.trim() : condition.trim()
    },
    moment: (ms) => momentText(ms, zone, now, language),
    finding(finding) {
      if (!diagnosticCodes.includes(finding.code)) return undefined
      const { message, hint } = explain(finding, language)
      return [message, hint].filter(Boolean).join(' ')
    },
  }
}
