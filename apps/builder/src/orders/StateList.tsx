import { changeState, createState, deleteState, sortStates, stateColors } from '@voronka/api'
import type { Pipeline, State } from '@voronka/api'
import clsx from 'clsx'
import { ArrowDown, ArrowUp, ChevronDown, Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../app/call.ts'
import { useProject } from '../app/project-context.tsx'
import { Button, IconButton, Switch, TextInput } from '../ui/index.ts'
import { DeleteWithTarget } from './DeleteWithTarget.tsx'
import { stateColorClasses } from './state-colors.ts'
import { useSetup } from './use-setup.ts'

interface StateListProps {
  readonly pipeline: Pipeline
  readonly pipelines: readonly Pipeline[]
  /** State whose settings stand open at first. */
  readonly opened: number | undefined
}

/** The states of a pipeline in the order of the board: the last one added is the last column. */
export function StateList({ pipeline, pipelines, opened }: StateListProps) {
  const { t } = useTranslation('orders')
  const { id: projectId } = useProject()
  const { id: pipelineId, states } = pipeline
  const [open, setOpen] = useState(opened)
  const [name, setName] = useState('')
  const create = useSetup((fields: { name: string; color: State['color'] }) => call(createState, { projectId, pipelineId, ...fields }))
  const sort = useSetup((order: number[]) => call(sortStates, { projectId, pipelineId, states: order }))
  const move = (index: number, by: 1 | -1) => {
    const order = states.map(({ id }) => id)
    const [moved] = order.splice(index, 1)
    if (moved !== undefined) order.splice(index + by, 0, moved)
    sort.mutate(order)
  }
  const add = () => {
    const color = stateColors[states.length % stateColors.length] ?? 'grey'
    if (name.trim()) create.mutate({ name: name.trim(), color }, { onSuccess: () => setName('') })
  }
  return (
    <section aria-label={t('setup.states')} className="flex flex-col gap-2">
      <h3 className="text-sm font-medium">{t('setup.states')}</h3>
      {!states.length && <p className="text-sm text-muted">{t('setup.noStates')}</p>}
      <ol className="flex flex-col divide-y divide-line rounded-md border border-line empty:hidden">
        {states.map((state, index) => (
          <li key={state.id} className="flex flex-col">
            <div className="flex items-center gap-2 px-2 py-1">
              <span aria-hidden className={clsx('size-3 shrink-0 rounded-full', stateColorClasses[state.color])} />
              <button
                type="button"
                aria-expanded={open === state.id}
                onClick={() => setOpen(open === state.id ? undefined : state.id)}
                className="flex min-w-0 flex-1 items-center gap-1 py-1 text-left text-sm"
              >
                <span className="truncate">{state.name}</span>
                <ChevronDown
                  size={14}
                  aria-hidden
                  className={clsx('shrink-0 text-faint transition-transform', open === state.id && 'rotate-180')}
                />
              </button>
              <IconButton
                small
                label={t('setup.stateEarlier', { name: state.name })}
                icon={<ArrowUp size={14} />}
                disabled={!index}
                onClick={() => move(index, -1)}
              />
              <IconButton
                small
                label={t('setup.stateLater', { name: state.name })}
                icon={<ArrowDown size={14} />}
                disabled={index === states.length - 1}
                onClick={() => move(index, 1)}
              />
            </div>
            {open === state.id && <StateFields state={state} pipelines={pipelines} />}
          </li>
        ))}
      </ol>
      <form
        className="flex items-end gap-2"
        onSubmit={(event) => {
          event.preventDefault()
          add()
        }}
      >
        <div className="min-w-0 flex-1">
          <TextInput label={t('setup.newState')} value={name} maxLength={100} onChange={setName} />
        </div>
        <Button type="submit" icon={<Plus size={14} aria-hidden />} disabled={!name.trim()} busy={create.isPending}>
          {t('setup.addState')}
        </Button>
      </form>
    </section>
  )
}

function StateFields({ state, pipelines }: { readonly state: State; readonly pipelines: readonly Pipeline[] }) {
  const { t } = useTranslation('orders')
  const { id: projectId } = useProject()
  const [name, setName] = useState(state.name)
  const [deleting, setDeleting] = useState(false)
  type Change = Omit<NonNullable<(typeof changeState)['input']>, 'projectId' | 'stateId'>
  const change = useSetup((fields: Change) => call(changeState, { projectId, stateId: state.id, ...fields }))
  const others = pipelines.map((pipeline) => ({ ...pipeline, states: pipeline.states.filter(({ id }) => id !== state.id) }))
  const keepName = () => {
    if (name.trim() && name.trim() !== state.name) change.mutate({ name: name.trim() })
    else setName(state.name)
  }
  const forbid = (id: number, on: boolean) =>
    change.mutate({ forbidden: on ? [...state.forbidden, id] : state.forbidden.filter((each) => each !== id) })
  return (
    <div className="flex flex-col gap-3 border-t border-line bg-sunken p-3">
      <TextInput
        label={t('setup.stateName')}
        hint={t('setup.stateId', { id: state.id })}
        value={name}
        maxLength={100}
        onChange={setName}
        onBlur={keepName}
      />
      <div role="radiogroup" aria-label={t('setup.color')} className="flex flex-wrap gap-2">
        {stateColors.map((color) => (
          <button
            key={color}
            type="button"
            role="radio"
            aria-checked={state.color === color}
            aria-label={t(`colors.${color}`)}
            title={t(`colors.${color}`)}
            onClick={() => change.mutate({ color })}
            className={clsx(
              'size-6 rounded-full outline-offset-2 aria-checked:outline-2 aria-checked:outline-accent',
              stateColorClasses[color],
            )}
          />
        ))}
      </div>
      <Switch
        label={t('setup.hidden')}
        hint={t('setup.hiddenHint')}
        checked={state.hidden}
        onChange={(hidden) => change.mutate({ hidden })}
      />
      <fieldset className="flex flex-col gap-1">
        <legend className="mb-1 text-xs text-muted">{t('setup.forbidden')}</legend>
        {others.every(({ states }) => !states.length) && <p className="text-xs text-faint">{t('setup.nothingToForbid')}</p>}
        {others.flatMap(({ id: pipeline, name: pipelineName, states }) =>
          states.map(({ id, name: stateName }) => (
            <label key={`${pipeline}-${id}`} className="flex items-center gap-2 text-sm">
              <input
                type="checkbox"
                className="accent-accent"
                checked={state.forbidden.includes(id)}
                onChange={({ target }) => forbid(id, target.checked)}
              />
              <span className="truncate">
                {pipelineName}: {stateName}
              </span>
            </label>
          )),
        )}
      </fieldset>
      <Button small look="risky" icon={<Trash2 size={14} aria-hidden />} className="self-start" onClick={() => setDeleting(true)}>
        {t('setup.deleteState')}
      </Button>
      {deleting && (
        <DeleteWithTarget
          title={t('setup.deleteStateTitle', { name: state.name })}
          about={t('setup.deleteStateAbout')}
          targets={others}
          onDelete={(moveTo) => call(deleteState, { projectId, stateId: state.id, moveTo })}
          onClose={() => setDeleting(false)}
        />
      )}
    </div>
  )
}
