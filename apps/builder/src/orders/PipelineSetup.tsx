import { createPipeline } from '@voronka/api'
import type { Pipeline } from '@voronka/api'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../app/call.ts'
import { useProject } from '../app/project-context.tsx'
import { Button, Dialog, Select, TextInput } from '../ui/index.ts'
import { PipelineFields } from './PipelineFields.tsx'
import { StateList } from './StateList.tsx'
import { usePipelineSetup } from './pipeline-setup.ts'
import { useSetup } from './use-setup.ts'

/** Pipelines and their states, set up on screen. Everything is in force at once; what cannot be taken back asks first. */
export function PipelineSetup({ pipelines, onChosen }: { readonly pipelines: readonly Pipeline[]; onChosen(pipeline: number): void }) {
  const { t } = useTranslation('orders')
  const { t: say } = useTranslation('app')
  const { opened, close, open } = usePipelineSetup()
  if (!opened) return null
  const pipeline = pipelines.find(({ id }) => id === opened.pipeline)
  return (
    <Dialog
      open
      wide
      onClose={close}
      title={pipeline ? t('setup.title') : t('setup.new')}
      actions={<Button onClick={close}>{say('ui.close')}</Button>}
    >
      {pipeline ? (
        <div className="flex flex-col gap-5 pb-2">
          <div className="flex items-end gap-2">
            <div className="min-w-0 flex-1">
              <Select
                label={t('setup.pipeline')}
                value={String(pipeline.id)}
                options={pipelines.map(({ id, name }) => ({ value: String(id), label: name }))}
                onChange={(id) => open({ pipeline: Number(id) })}
              />
            </div>
            <Button icon={<Plus size={14} aria-hidden />} onClick={() => open({})}>
              {t('setup.new')}
            </Button>
          </div>
          <PipelineFields key={pipeline.id} pipeline={pipeline} pipelines={pipelines} />
          <StateList key={`states-${pipeline.id}`} pipeline={pipeline} pipelines={pipelines} opened={opened.state} />
        </div>
      ) : (
        <NewPipeline
          onMade={(made) => {
            onChosen(made)
            open({ pipeline: made })
          }}
        />
      )}
    </Dialog>
  )
}

function NewPipeline({ onMade }: { onMade(pipeline: number): void }) {
  const { t } = useTranslation('orders')
  const { id: projectId } = useProject()
  const [name, setName] = useState('')
  const [currency, setCurrency] = useState('')
  const create = useSetup((fields: { name: string; currency: string }) => call(createPipeline, { projectId, ...fields }))
  return (
    <form
      className="flex flex-col gap-3 pb-2"
      onSubmit={(event) => {
        event.preventDefault()
        if (name.trim()) create.mutate({ name: name.trim(), currency: currency.trim() }, { onSuccess: ({ id }) => onMade(id) })
      }}
    >
      <TextInput label={t('setup.name')} value={name} maxLength={100} onChange={setName} />
      <TextInput label={t('setup.currency')} hint={t('setup.currencyHint')} value={currency} maxLength={10} onChange={setCurrency} />
      <Button type="submit" look="primary" className="self-end" disabled={!name.trim()} busy={create.isPending}>
        {t('setup.create')}
      </Button>
    </form>
  )
}
