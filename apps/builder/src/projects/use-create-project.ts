import { createProject } from '@voronka/api'
import type { FileProblem } from '@voronka/flow'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import { ApiError } from '../app/api-error.ts'
import { call } from '../app/call.ts'
import { useLanguage } from '../app/language.ts'
import { projectsQuery } from '../app/queries.ts'
import { meQuery } from '../app/session.ts'
import { toast } from '../ui/index.ts'
import { fileAsProject, readFile } from './read-file.ts'

/** A file that could not be taken, and why. */
export interface RefusedFile {
  readonly name: string
  readonly problems: readonly FileProblem[]
}

export interface Creation {
  /** What is being made now: the id of a starter, `empty`, or `file`. */
  readonly busy: string | undefined
  readonly refused: RefusedFile | undefined
  forgetRefused(): void
  empty(): Promise<void>
  /** `say`: what to write to it first. */
  fromStarter(id: string, say: string): Promise<void>
  fromFile(file: File): Promise<void>
}

type Made = z.infer<(typeof createProject)['output']>

/** Makes a project in the language of the page and the time zone of the browser, and opens it. */
export function useCreateProject(): Creation {
  const { t } = useTranslation('projects')
  const language = useLanguage()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [busy, setBusy] = useState<string>()
  const [refused, setRefused] = useState<RefusedFile>()
  const { timeZone: timezone } = Intl.DateTimeFormat().resolvedOptions()

  const create = async (what: string, from: { starter?: string; file?: unknown; timezone?: string }): Promise<Made | undefined> => {
    setBusy(what)
    try {
      const made = await call(createProject, { language, ...from })
      void queries.invalidateQueries({ queryKey: projectsQuery.queryKey })
      // Who makes a project is its owner; the screens of it ask what he may do.
      await queries.invalidateQueries({ queryKey: meQuery.queryKey, exact: true })
      return made
    } catch (error) {
      toast.error(t(error instanceof ApiError && error.passing ? 'failed.offline' : 'failed.refused'), {
        description: error instanceof ApiError && !error.passing ? error.message : undefined,
      })
      return undefined
    } finally {
      setBusy(undefined)
    }
  }
  const open = (projectId: number, test?: number) => navigate({ to: '/p/$projectId', params: { projectId }, search: test ? { test } : {} })

  return {
    busy,
    refused,
    forgetRefused: () => setRefused(undefined),
    async empty() {
      const made = await create('empty', { timezone })
      if (made) await open(made.id)
    },
    async fromStarter(starter, say) {
      const made = await create(starter, { starter, timezone })
      if (!made) return
      await open(made.id, 1)
      toast(t('sayFirst', { say }), { id: 'say-first', duration: 20_000 })
    },
    async fromFile(file) {
      const read = await readFile(file)
      if (!read.ok) return setRefused({ name: file.name, problems: read.problems })
      const made = await create('file', { file: fileAsProject(read, { fileName: file.name, language, timezone }) })
      if (!made) return
      await open(made.id)
      if (made.notMembers) toast(t('report.notMembers', { list: made.notMembers.join(', ') }), { duration: 20_000 })
      if (read.notes.length) toast(t('notes', { count: read.notes.length }), { description: read.notes[0]?.message[language] })
    },
  }
}
