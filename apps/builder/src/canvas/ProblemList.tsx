import { explainProblem } from '@voronka/flow'
import type { Problem } from '@voronka/flow'
import { CircleAlert, CircleCheck, Info, TriangleAlert, Wrench } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/language.ts'
import { groupBy } from '../editor/group-by.ts'
import { indexOf, useEditor, useEditorActions, useEditorStore, useProblems } from '../editor/index.ts'
import { Button, EmptyState } from '../ui/index.ts'
import { editWithUndo } from './remove.ts'

const severities = ['error', 'warning', 'hint'] as const
const signs = {
  error: { icon: CircleAlert, color: 'text-danger' },
  warning: { icon: TriangleAlert, color: 'text-warning' },
  hint: { icon: Info, color: 'text-muted' },
}

/** All problems: what is wrong, why it matters, where it is, and the fix where there is one. */
export function ProblemList({ onLeave }: { onLeave?(): void }) {
  const { t } = useTranslation('canvas')
  const problems = useProblems()
  if (!problems.length)
    return (
      <EmptyState
        icon={<CircleCheck size={32} strokeWidth={1.4} className="text-success" />}
        title={t('problems.none')}
        about={t('problems.noneHint')}
      />
    )
  const groups = groupBy(problems, ({ severity }) => severity)
  return (
    <div className="h-full overflow-y-auto p-2">
      {severities.map((severity) => {
        const group = groups.get(severity)
        return (
          group && (
            <section key={severity} className="mb-3">
              <h3 className="px-2 py-1 text-xs text-faint">
                {t(`problems.severity.${severity}`)} · {group.length}
              </h3>
              <ul>
                {group.map((problem, index) => (
                  <Line key={index} problem={problem} onLeave={onLeave} />
                ))}
              </ul>
            </section>
          )
        )
      })}
    </div>
  )
}

function Line({ problem, onLeave }: { problem: Problem; onLeave?(): void }) {
  const language = useLanguage()
  const { reveal } = useEditorActions()
  const { message, why } = explainProblem(problem, language)
  const { icon: Icon, color } = signs[problem.severity]
  const { block, arrow } = problem.place
  const jump = () => {
    if (arrow !== undefined) reveal({ arrow })
    else if (block !== undefined) reveal({ blocks: [block] })
    onLeave?.()
  }
  return (
    <li className="rounded-md px-2 py-1.5 hover:bg-hover">
      <button type="button" className="flex w-full items-start gap-2 text-left" onClick={jump}>
        <Icon size={15} aria-hidden className={`mt-0.5 shrink-0 ${color}`} />
        <span className="min-w-0">
          <span className="block text-sm">{message}</span>
          <span className="block text-xs text-muted">
            <Place problem={problem} />
            {why && ` · ${why}`}
          </span>
        </span>
      </button>
      <Fix problem={problem} />
    </li>
  )
}

function Place({ problem: { place } }: { problem: Problem }) {
  const { t } = useTranslation('canvas')
  const project = useEditor((state) => state.project)
  const arrow = place.arrow === undefined ? undefined : indexOf(project).arrows.get(place.arrow)
  if (arrow) return t('problems.arrowPlace', { from: arrow.from, to: arrow.to })
  if (place.block !== undefined) return t('problems.blockPlace', { number: place.block })
  return t(place.field ? 'problems.settings' : 'problems.project')
}

function Fix({ problem }: { problem: Problem }) {
  const { t } = useTranslation('canvas')
  const language = useLanguage()
  const store = useEditorStore()
  const actions = useEditorActions()
  const { fixTitle } = explainProblem(problem, language)
  const { fix } = problem
  if (!fix) return null
  return (
    <Button small className="mt-1 ml-6" icon={<Wrench size={12} aria-hidden />} onClick={() => editWithUndo(store, actions, fix, language)}>
      {fixTitle ?? t('problems.fix')}
    </Button>
  )
}
