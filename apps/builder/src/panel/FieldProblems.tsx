import { CircleAlert, TriangleAlert, Wrench } from 'lucide-react'
import { usePanelTools } from './panel-tools.ts'

interface FieldProblemsProps {
  readonly field: string
  /** Only what is said of this one of its things. */
  readonly index?: number
}

/** What the checks say of a field, under it, with the fix one click away. */
export function FieldProblems({ field, index }: FieldProblemsProps) {
  const found = usePanelTools()
    .problems.get(field)
    ?.filter((problem) => index === undefined || problem.index === index)
  if (!found?.length) return null
  return (
    <ul className="flex flex-col gap-1">
      {found.map(({ key, severity, text, hint, fix }) => (
        <li
          key={key}
          className={`flex items-start gap-1.5 rounded-md px-2 py-1.5 text-xs leading-4 ${severity === 'error' ? 'bg-danger-soft text-danger' : 'bg-warning-soft text-warning'}`}
        >
          {severity === 'error' ? (
            <CircleAlert aria-hidden className="mt-px size-3.5 flex-none" />
          ) : (
            <TriangleAlert aria-hidden className="mt-px size-3.5 flex-none" />
          )}
          <div className="flex min-w-0 flex-1 flex-col items-start gap-1 wrap-anywhere">
            {text}
            {hint && <span className="text-muted">{hint}</span>}
            {fix && (
              <button
                type="button"
                className="flex items-center gap-1 rounded-sm font-medium underline underline-offset-2 hover:no-underline"
                onClick={fix.run}
              >
                <Wrench aria-hidden className="size-3" />
                {fix.title}
              </button>
            )}
          </div>
        </li>
      ))}
    </ul>
  )
}
