import { cardFields, changePipeline, deletePipeline, sortPipelines } from '@voronka/api'
import type { Pipeline } from '@voronka/api'
import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../app/call.ts'
import { useProject } from '../app/project-context.tsx'
import { Button, IconButton, Section, TextInput } from '../ui/index.ts'
import { DeleteWithTarget } from './DeleteWithTarget.tsx'
import { usePipelineSetup } from './pipeline-setup.ts'
import { useSetup } from './use-setup.ts'

interface PipelineFieldsProps {
  readonly pipeline: Pipeline
  readonly pipelines: readonly Pipeline[]
}

/** Name, currency, what its cards show, its place among the others. */
export function PipelineFields({ pipeline, pipelines }: PipelineFieldsProps) {
  const { t } = useTranslation('orders')
  const { id: projectId } = useProject()
  const { id: pipelineId, card } = pipeline
  const close = usePipelineSetup(({ close }) => close)
  const [name, setName] = useState(pipeline.name)
  const [currency, setCurrency] = useState(pipeline.currency)
  const [deleting, setDeleting] = useState(false)
  type Change = Omit<NonNullable<(typeof changePipeline)['input']>, 'projectId' | 'pipelineId'>
  const change = useSetup((fields: Change) => call(changePipeline, { projectId, pipelineId, ...fields }))
  const sort = useSetup((order: number[]) => call(sortPipelines, { projectId, pipelines: order }))
  const index = pipelines.indexOf(pipeline)
  const move = (by: 1 | -1) => {
    const order = pipelines.map(({ id }) => id)
    order.splice(index, 1)
    order.splice(index + by, 0, pipelineId)
    sort.mutate(order)
  }
  const keepName = () => {
    if (name.trim() && name.trim() !== pipeline.name) change.mutate({ name: name.trim() })
    else setName(pipeline.name)
  }
  return (
    <div className="flex flex-col gap-3">
      <div className="grid grid-cols-[minmax(0,1fr)_120px] gap-2">
        <TextInput label={t('setup.name')} value={name} maxLength={100} onChange={setName} onBlur={keepName} />
        <TextInput
          label={t('setup.currency')}
          value={currency}
          maxLength={10}
          onChange={setCurrency}
          onBlur={() => currency.trim() !== pipeline.currency && change.mutate({ currency: currency.trim() })}
        />
      </div>
      <Section title={t('setup.card')} open={undefined}>
        <div className="flex flex-col gap-3">
          <div role="group" aria-label={t('setup.cardFields')} className="flex flex-wrap gap-1.5">
            {cardFields.map((field) => {
              const on = card.fields.includes(field)
              const fields = on
                ? card.fields.filter((each) => each !== field)
                : cardFields.filter((each) => each === field || card.fields.includes(each))
              return (
                <Button
                  key={field}
                  small
                  look={on ? 'primary' : 'secondary'}
                  aria-pressed={on}
                  onClick={() => change.mutate({ card: { ...card, fields } })}
                >
                  {t(`card.fields.${field}`)}
                </Button>
              )
            })}
          </div>
          <CardVariables
            key={card.variables.join()}
            variables={card.variables}
            onChange={(variables) => change.mutate({ card: { ...card, variables } })}
          />
        </div>
      </Section>
      <div className="flex items-center gap-1">
        <IconButton label={t('setup.earlier')} icon={<ArrowUp size={16} />} disabled={index <= 0} onClick={() => move(-1)} />
        <IconButton
          label={t('setup.later')}
          icon={<ArrowDown size={16} />}
          disabled={index === pipelines.length - 1}
          onClick={() => move(1)}
        />
        <span className="flex-1 text-xs text-faint">{t('setup.place', { place: index + 1, count: pipelines.length })}</span>
        <Button small look="risky" icon={<Trash2 size={14} aria-hidden />} onClick={() => setDeleting(true)}>
          {t('setup.deletePipeline')}
        </Button>
      </div>
      {deleting && (
        <DeleteWithTarget
          title={t('setup.deletePipelineTitle', { name: pipeline.name })}
          about={t('setup.deletePipelineAbout', { count: pipeline.states.length })}
          targets={pipelines.filter((each) => each !== pipeline)}
          onDelete={(moveTo) => call(deletePipeline, { projectId, pipelineId, moveTo })}
          onClose={() => setDeleting(false)}
          onDeleted={close}
        />
      )}
    </div>
  )
}

/** Names of order variables that cards show, with commas between. */
function CardVariables({ variables, onChange }: { readonly variables: readonly string[]; onChange(variables: string[]): void }) {
  const { t } = useTranslation('orders')
  const [text, setText] = useState(variables.join(', '))
  const keep = () => {
    const names = [
      ...new Set(
        text
          .split(',')
          .map((name) => name.trim())
          .filter(Boolean),
      ),
    ].slice(0, 20)
    if (names.join() !== variables.join()) onChange(names)
  }
  return (
    <TextInput
      label={t('setup.cardVariables')}
      hint={t('setup.cardVariablesHint')}
      spellCheck={false}
      value={text}
      onChange={setText}
      onBlur={keep}
    />
  )
}
