import { explainProblem } from '@voronka/flow'
import type { Problem } from '@voronka/flow'
import { CircleAlert, TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/language.ts'

/** How many problems a block or arrow has; what they are is in its tooltip. Hints are not worth a sign on the canvas. */
export function ProblemBadge({ problems }: { problems: readonly Problem[] }) {
  const { t } = useTranslation('canvas')
  const language = useLanguage()
  const worth = problems.filter(({ severity }) => severity !== 'hint')
  if (!worth.length) return null
  const error = worth.some(({ severity }) => severity === 'error')
  const Icon = error ? CircleAlert : TriangleAlert
  return (
    <span
      role="img"
      aria-label={t('badge.problems', { count: worth.length })}
      title={worth.map((problem) => explainProblem(problem, language).message).join('\n')}
      className={`flex size-5 shrink-0 items-center justify-center rounded-full bg-surface ${error ? 'text-danger' : 'text-warning'}`}
    >
      <Icon size={14} aria-hidden />
    </span>
  )
}
