import { useQuery } from '@tanstack/react-query'
import { useProject } from '../app/project-context.tsx'
import { distributionQuery } from './operators.queries.ts'

/** What the rules of distribution leave out of the inbox of an operator; whoever manages employees sees everything (section 12). */
export function useOperatorOptions(): { readonly buttons: boolean; readonly waitingAndFree: boolean } {
  const { id: projectId, rights } = useProject()
  const { data } = useQuery(distributionQuery(projectId))
  const manages = rights.may('employees', 'edit')
  return { buttons: manages || data?.showButtons !== false, waitingAndFree: manages || data?.showWaitingAndFree !== false }
}
