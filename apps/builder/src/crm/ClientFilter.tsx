import { getClient } from '@voronka/api'
import { useQuery } from '@tanstack/react-query'
import { call } from '../app/call.ts'
import { useProject } from '../app/project-context.tsx'
import { ClientPicker } from './ClientPicker.tsx'

interface ClientFilterProps {
  readonly label: string
  readonly value: number | undefined
  onChange(client: number | undefined): void
}

/** Narrows a list to one client; nothing for who sees no clients. */
export function ClientFilter({ label, value, onChange }: ClientFilterProps) {
  const { id: projectId, rights } = useProject()
  const seen = rights.may('clients')
  const { data: known } = useQuery({
    queryKey: ['client-name', projectId, value],
    queryFn: ({ signal }) => call(getClient, { projectId, clientId: value ?? 0 }, { signal }).then(({ id, name }) => ({ id, name })),
    enabled: seen && value !== undefined,
  })
  if (!seen) return null
  return (
    <div className="min-w-0 sm:w-52">
      <ClientPicker
        label={label}
        labelHidden
        value={value === undefined ? null : (known ?? { id: value, name: '' })}
        onChange={(chosen) => onChange(chosen?.id)}
      />
    </div>
  )
}
