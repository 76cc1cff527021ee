import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useProject } from '../app/project-context.tsx'
import { toast } from '../ui/index.ts'
import { useFailureText } from './use-failure-text.ts'

/** A change of the set-up: told when it fails, and asked for anew after it. */
export function useSetupChange<Out = unknown>() {
  const { id: projectId } = useProject()
  const queries = useQueryClient()
  const failureText = useFailureText()
  return useMutation({
    mutationFn: (change: () => Promise<Out>) => change(),
    onError: (error) => toast.error(failureText(error)),
    onSettled: () => queries.invalidateQueries({ queryKey: ['booking', projectId] }),
  })
}
