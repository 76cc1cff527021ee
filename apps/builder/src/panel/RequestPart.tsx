import { requestSchema, type Block } from '@voronka/flow'
import { Globe, Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/index.ts'
import { FieldProblems } from './FieldProblems.tsx'
import { Section } from './fields/Section.tsx'
import { TextField } from './fields/TextField.tsx'
import { useProblemCount } from './panel-tools.ts'
import { RequestFields } from './RequestFields.tsx'

interface RequestPartProps {
  readonly block: Block
  readonly onChange: (fields: Partial<Pick<Block, 'request' | 'webhook'>>) => void
}

/** The API request tab (builder-and-runtime, section 4; http-api, section 10). */
export function RequestPart({ block: { request, webhook }, onChange }: RequestPartProps) {
  const { t } = useTranslation('panel')
  const problems = useProblemCount('request', 'webhook')
  return (
    <Section
      name="request"
      title={t('sections.request')}
      icon={<Globe aria-hidden className="size-4 flex-none text-faint" />}
      summary={request ? `${t(`request.types.${request.type}`)} ${request.url}` : webhook || t('summary.empty')}
      problems={problems}
      openAtFirst={false}
    >
      <p className="text-xs leading-4 text-faint">{t('request.about')}</p>
      <FieldProblems field="request" />
      {request ? (
        <RequestFields request={request} onChange={(next) => onChange({ request: next })} />
      ) : (
        <Button icon={<Plus size={16} />} onClick={() => onChange({ request: requestSchema.parse({}) })}>
          {t('request.add')}
        </Button>
      )}
      <TextField
        label={t('request.webhook')}
        hint={t('request.webhookHint')}
        inputMode="url"
        placeholder="https://"
        value={webhook}
        onChange={(text) => onChange({ webhook: text })}
      />
      <FieldProblems field="webhook" />
    </Section>
  )
}
