import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useProject } from '../app/project-context.tsx'
import { operatorsQuery } from '../crm/index.ts'
import { Button } from '../ui/index.ts'

const mostOffered = 5

interface MentionsProps {
  readonly text: string
  /** The text with the name in it. */
  onChoose(text: string): void
}

/** Colleagues whom an `@` at the end of a comment may mean: who is named hears of it. */
export function Mentions({ text, onChoose }: MentionsProps) {
  const { t } = useTranslation('clients')
  const { id: projectId } = useProject()
  const { data: operators = [] } = useQuery(operatorsQuery(projectId))
  const begun = /(?:^|\s)@([\p{L}\p{N}. ]{0,40})$/u.exec(text)?.[1]
  if (begun === undefined) return null
  const offered = operators.filter(({ name }) => name.toLowerCase().startsWith(begun.toLowerCase()) && name !== begun).slice(0, mostOffered)
  if (!offered.length) return null
  return (
    <ul aria-label={t('composer.mention')} className="flex flex-wrap gap-1 px-2 pb-2">
      {offered.map(({ account, name }) => (
        <li key={account}>
          <Button small onClick={() => onChoose(`${text.slice(0, text.length - begun.length)}${name} `)}>
            <bdi>@{name}</bdi>
          </Button>
        </li>
      ))}
    </ul>
  )
}
