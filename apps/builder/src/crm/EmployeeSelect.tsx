import { useQuery } from '@tanstack/react-query'
import { useProject } from '../app/project-context.tsx'
import { Select } from '../ui/index.ts'
import { operatorsQuery } from './operators-query.ts'

interface EmployeeSelectProps {
  readonly label: string
  /** What it is called when nobody in particular is chosen. */
  readonly everybody: string
  readonly nobody: string
  readonly value: number | 'nobody' | undefined
  onChange(account: number | 'nobody' | undefined): void
}

/** Narrows a list to what one employee has, or nobody. */
export function EmployeeSelect({ label, everybody, nobody, value, onChange }: EmployeeSelectProps) {
  const { id: projectId } = useProject()
  const { data: operators = [] } = useQuery(operatorsQuery(projectId))
  return (
    <div className="sm:w-48">
      <Select
        label={label}
        labelHidden
        value={String(value ?? '')}
        options={[
          { value: '', label: everybody },
          { value: 'nobody', label: nobody },
          ...operators.map(({ account, name }) => ({ value: String(account), label: name })),
        ]}
        onChange={(chosen) => onChange(chosen === '' ? undefined : chosen === 'nobody' ? 'nobody' : Number(chosen))}
      />
    </div>
  )
}
