import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ApiError } from '../app/api-error.ts'
import { useLive } from '../app/live.ts'
import { useProject } from '../app/project-context.tsx'
import { peopleKey } from './queries.ts'

/** Keeps the lists of people as they are for everybody. */
export function useFreshPeople(): void {
  const reload = useReloadPeople()
  useLive(useProject().id, ({ type }) => {
    if (type === 'members-changed' || type === 'access-changed') reload()
  })
}

export function useReloadPeople(): () => void {
  const queries = useQueryClient()
  const { id } = useProject()
  return () => void queries.invalidateQueries({ queryKey: peopleKey(id) })
}

const refusals = ['owner-stays', 'more-than-yours', 'role-name-taken', 'role-in-use'] as const

/** Why the server refused, where it is about people. */
export function useRefusal(): (error: unknown) => string | undefined {
  const { t } = useTranslation('people')
  return (error) => {
    const code = error instanceof ApiError ? refusals.find((known) => known === error.code) : undefined
    return code && t(`refused.${code}`)
  }
}
