import type { Problem } from '@voronka/flow'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useLanguage } from '../app/language.ts'
import { projectQuery, versionQuery } from '../app/queries.ts'
import { useEditor, useProblems, useProjectId } from '../editor/index.ts'
import { diffRows } from '../versions/diff-rows.ts'
import type { DiffRow } from '../versions/diff-rows.ts'
import { whyNotPublish } from './why-not-publish.ts'
import type { WhyNotPublish } from './why-not-publish.ts'

/** What would be published now. */
export interface Release {
  /** Nothing was published before. */
  readonly first: boolean
  /** Number that the version will have. */
  readonly number: number
  /** Against what clients run now; undefined while that is not loaded, and for the first version. */
  readonly rows: readonly DiffRow[] | undefined
  readonly blocks: number
  readonly arrows: number
  readonly problems: readonly Problem[]
  readonly whyNot: WhyNotPublish | undefined
  /** The published version could not be loaded. */
  readonly error: Error | null
  retry(): void
}

export function useRelease(): Release {
  const projectId = useProjectId()
  const language = useLanguage()
  const draft = useEditor(({ project }) => project)
  const save = useEditor((state) => state.save.state)
  const problems = useProblems()
  const summary = useQuery({ ...projectQuery(projectId), refetchOnMount: 'always' })
  const published = summary.data?.published?.number
  const version = useQuery({ ...versionQuery(projectId, published ?? 0), enabled: published !== undefined })
  const former = version.data?.project
  const rows = useMemo(() => former && diffRows(former, draft, language), [former, draft, language])
  const errors = problems.filter(({ severity }) => severity === 'error').length
  return {
    first: summary.data?.published === null,
    number: (published ?? 0) + 1,
    rows,
    blocks: draft.blocks.length,
    arrows: draft.arrows.length,
    problems,
    whyNot: whyNotPublish({ summary: summary.data, changes: rows?.length, blocks: draft.blocks.length, errors, save }),
    error: summary.error ?? version.error,
    retry: () => void (summary.error ? summary.refetch() : version.refetch()),
  }
}
