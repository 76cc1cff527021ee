import { ChevronRight } from 'lucide-react'
import { useId, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { recall, remember } from '../../app/device-memory.ts'
import type { ProblemCount } from '../panel-tools.ts'

interface SectionProps {
  /** Under this name it is remembered whether the section is open, for all blocks or arrows alike. */
  readonly name: string
  readonly title: string
  /** What stands beside the title while it is closed: what is inside, in a word or two. */
  readonly summary?: string
  readonly icon?: ReactNode
  /** How many problems are inside: they are seen also while it is closed. */
  readonly problems?: ProblemCount
  readonly openAtFirst?: boolean
  readonly children: ReactNode
}

/** A part of the panel that can be closed; closed, its fields are not even made, so a panel of many fields opens at once. */
export function Section({ name, title, summary, icon, problems, openAtFirst = true, children }: SectionProps) {
  const { t } = useTranslation('panel')
  const id = useId()
  const [open, setOpen] = useState(() => wasOpen(name) ?? openAtFirst)
  const toggle = () => {
    keepOpen(name, !open)
    setOpen(!open)
  }
  return (
    <section className="border-b border-line last:border-b-0">
      <h3>
        <button
          type="button"
          className="flex min-h-10 w-full min-w-0 items-center gap-2 px-4 text-left text-sm font-semibold hover:bg-hover focus-visible:-outline-offset-2"
          aria-expanded={open}
          aria-controls={id}
          onClick={toggle}
        >
          <ChevronRight
            aria-hidden
            className={`size-4 flex-none text-faint transition-transform motion-reduce:transition-none ${open ? 'rotate-90' : ''}`}
          />
          {icon}
          <span className="flex-none">{title}</span>
          {!open && summary && <span className="min-w-0 flex-1 truncate text-right text-xs font-normal text-faint">{summary}</span>}
          {problems !== undefined && problems.count > 0 && (
            <span
              className={`ml-auto flex-none rounded-full px-1.5 text-xs font-medium tabular-nums ${problems.blocking ? 'bg-danger-soft text-danger' : 'bg-warning-soft text-warning'}`}
            >
              <span className="sr-only">{t('problems', { count: problems.count })}</span>
              <span aria-hidden>{problems.count}</span>
            </span>
          )}
        </button>
      </h3>
      <div id={id} hidden={!open} className="flex flex-col gap-3 px-4 pt-1 pb-4">
        {open && children}
      </div>
    </section>
  )
}

const key = 'voronka:panel-sections'

const wasOpen = (name: string): boolean | undefined => all().get(name)
const keepOpen = (name: string, open: boolean): void => remember(key, JSON.stringify([...all().set(name, open)]))

function all(): Map<string, boolean> {
  try {
    const stored: unknown = JSON.parse(recall(key) ?? '[]')
    return new Map(Array.isArray(stored) ? stored.filter(isEntry) : [])
  } catch {
    return new Map()
  }
}

function isEntry(entry: unknown): entry is [string, boolean] {
  return Array.isArray(entry) && typeof entry[0] === 'string' && typeof entry[1] === 'boolean'
}
