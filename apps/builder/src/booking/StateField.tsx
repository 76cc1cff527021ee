import { listPipelines } from '@voronka/api'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { call } from '../app/call.ts'
import { useProject } from '../app/project-context.tsx'
import { Select } from '../ui/index.ts'

interface StateFieldProps {
  readonly branch: number
  readonly value: number | null
  onChange(state: number | null): void
}

/** The state of the branch's pipeline where the orders of new visits are put. */
export function StateField({ branch, value, onChange }: StateFieldProps) {
  const { t } = useTranslation('booking')
  const { id: projectId } = useProject()
  const { data: states = [] } = useQuery({
    queryKey: ['orders', projectId, 'pipelines', 'states', branch],
    queryFn: ({ signal }) =>
      call(listPipelines, { projectId }, { signal }).then(({ pipelines }) => pipelines.find(({ id }) => id === branch)?.states ?? []),
  })
  return (
    <Select
      label={t('branch.state')}
      value={value === null ? '' : String(value)}
      options={[{ value: '', label: t('branch.stateFirst') }, ...states.map(({ id, name }) => ({ value: String(id), label: name }))]}
      onChange={(chosen) => onChange(chosen ? Number(chosen) : null)}
    />
  )
}
