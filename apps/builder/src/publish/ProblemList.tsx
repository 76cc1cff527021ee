import { explainProblem } from '@voronka/flow'
import type { Problem } from '@voronka/flow'
import { useNavigate } from '@tanstack/react-router'
import { CircleAlert, Info, TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/language.ts'
import { indexOf, useEditor, useEditorActions, useProjectId } from '../editor/index.ts'

const looks = {
  error: { icon: CircleAlert, color: 'text-danger' },
  warning: { icon: TriangleAlert, color: 'text-warning' },
  hint: { icon: Info, color: 'text-faint' },
}

interface ProblemListProps {
  readonly problems: readonly Problem[]
  readonly label: string
  /** What to close before the place is shown. */
  onJump(): void
}

/** Problems in words; each leads to its place. */
export function ProblemList({ problems, label, onJump }: ProblemListProps) {
  const { t } = useTranslation('publish')
  const language = useLanguage()
  const jump = useJump()
  return (
    <ul aria-label={label} className="flex flex-col gap-0.5">
      {problems.map((problem) => {
        const { icon: Icon, color } = looks[problem.severity]
        const { message } = explainProblem(problem, language)
        return (
          <li key={`${problem.code} ${JSON.stringify(problem.place)}`}>
            <button
              type="button"
              className="flex w-full items-start gap-2 rounded-sm px-1 py-1 text-left text-sm hover:bg-hover"
              onClick={() => {
                onJump()
                jump(problem)
              }}
            >
              <Icon size={14} aria-hidden className={`mt-0.75 shrink-0 ${color}`} />
              <span className="sr-only">{t(`severity.${problem.severity}`)}: </span>
              <span className="min-w-0 flex-1 wrap-anywhere">{message}</span>
              <Place problem={problem} />
            </button>
          </li>
        )
      })}
    </ul>
  )
}

function Place({ problem: { place } }: { readonly problem: Problem }) {
  const { t } = useTranslation('publish')
  const arrow = useEditor(({ project }) => indexOf(project).arrows.get(place.arrow ?? 0))
  const text = arrow
    ? t('place.arrow', { from: arrow.from, to: arrow.to })
    : place.block === undefined
      ? place.field
        ? t('place.settings')
        : ''
      : t('place.block', { number: place.block })
  return <span className="shrink-0 text-xs leading-5 text-faint tabular-nums">{text}</span>
}

/** Shows the place of a problem: on the canvas, or in the settings. */
function useJump(): (problem: Problem) => void {
  const projectId = useProjectId()
  const navigate = useNavigate()
  const { reveal } = useEditorActions()
  return ({ place: { block, arrow, field } }) => {
    const params = { projectId }
    if (block === undefined && arrow === undefined) {
      void navigate(field ? { to: '/p/$projectId/settings', params } : { to: '/p/$projectId', params })
      return
    }
    void navigate({ to: '/p/$projectId', params, search: arrow === undefined ? { block } : { arrow } })
    reveal(arrow === undefined ? { blocks: block === undefined ? [] : [block] } : { arrow })
  }
}
