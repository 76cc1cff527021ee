import type { Block } from '@voronka/flow'
import { ListChecks } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { ActionFields } from './ActionFields.tsx'
import { Section } from './fields/Section.tsx'
import { useProblemCount } from './panel-tools.ts'

interface ActionPartProps {
  readonly block: Block
  readonly onChange: (fields: Pick<Block, 'actions'>) => void
}

/** The Action tab: what the block does in the CRM without code (builder-and-runtime, section 4). */
export function ActionPart({ block: { actions }, onChange }: ActionPartProps) {
  const { t } = useTranslation('panel')
  const count = actions.filter(({ off }) => !off).length
  const summary = actions.length ? t('summary.actions', { count }) : t('summary.empty')
  return (
    <Section
      name="actions"
      title={t('sections.actions')}
      icon={<ListChecks aria-hidden className="size-4 flex-none text-faint" />}
      summary={summary}
      problems={useProblemCount('actions')}
      openAtFirst={false}
    >
      <ActionFields actions={actions} onChange={(list) => onChange({ actions: list })} />
    </Section>
  )
}
