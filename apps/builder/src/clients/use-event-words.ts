import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useProject } from '../app/project-context.tsx'
import { listsQuery } from '../crm/index.ts'
import { eventWords } from './event-words.ts'

export type EventWords = (text: string) => string | undefined

/** What the system tells dialogues in words, with lists by their names. */
export function useEventWords(): EventWords {
  const { t } = useTranslation('clients')
  const { id: projectId } = useProject()
  const { data: lists = [] } = useQuery(listsQuery(projectId))
  const names = new Map(lists.map(({ number, name }) => [String(number), name]))
  return (text) => eventWords(t, text, names)
}
