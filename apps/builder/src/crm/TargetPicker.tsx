import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useProject } from '../app/project-context.tsx'
import { Select, TextInput } from '../ui/index.ts'
import { labelsQuery, listsQuery } from './audience.queries.ts'
import { pipelinesQuery } from './pipelines-query.ts'

interface PickerProps<T> {
  readonly label: string
  readonly value: T
  onChange(value: T): void
}

interface Named {
  readonly value: string
  readonly label: string
}

/** One list of the project, by its number; 0: none chosen yet. */
export function ListPicker({ label, value, onChange }: PickerProps<number>) {
  const { id: projectId } = useProject()
  const { data } = useQuery(listsQuery(projectId))
  const known = data?.map(({ number, name }) => ({ value: String(number), label: `${name} · ${number}` }))
  return (
    <OneOf label={label} kind="list" value={value ? String(value) : ''} known={known} onChange={(chosen) => onChange(numberOf(chosen))} />
  )
}

/** One state of any pipeline, by its number; 0: none chosen yet. */
export function StatePicker({ label, value, onChange }: PickerProps<number>) {
  const { id: projectId } = useProject()
  const { data } = useQuery(pipelinesQuery(projectId))
  const known = data?.flatMap(({ name, states }) => states.map((state) => ({ value: String(state.id), label: `${name}: ${state.name}` })))
  return (
    <OneOf label={label} kind="state" value={value ? String(value) : ''} known={known} onChange={(chosen) => onChange(numberOf(chosen))} />
  )
}

/** One label of the project, by its name. */
export function LabelPicker({ label, value, onChange }: PickerProps<string>) {
  const { id: projectId } = useProject()
  const { data } = useQuery(labelsQuery(projectId))
  const known = data?.map(({ name }) => ({ value: name, label: name }))
  return <OneOf label={label} kind="label" value={value.trim()} known={known} onChange={onChange} />
}

interface OneOfProps {
  readonly label: string
  readonly kind: 'list' | 'state' | 'label'
  readonly value: string
  /** Undefined: still unknown, or not shown to this person; what is meant is then written. */
  readonly known: readonly Named[] | undefined
  onChange(value: string): void
}

/** What was chosen stays to be seen also when it is gone. */
function OneOf({ label, kind, value, known, onChange }: OneOfProps) {
  const { t } = useTranslation('crm')
  if (!known) {
    const hint = t(`target.write.${kind}`)
    return <TextInput label={label} labelHidden placeholder={hint} autoComplete="off" value={value} onChange={onChange} />
  }
  const gone = value !== '' && !known.some((each) => each.value === value)
  const options = [
    { value: '', label: t(`target.choose.${kind}`) },
    ...known,
    ...(gone ? [{ value, label: t('target.gone', { target: value }) }] : []),
  ]
  const hint = known.length ? undefined : t(`target.none.${kind}`)
  return <Select label={label} labelHidden hint={hint} value={value} options={options} onChange={onChange} />
}

const numberOf = (text: string): number => (/^\d{1,15}$/.test(text) ? Number(text) : 0)
