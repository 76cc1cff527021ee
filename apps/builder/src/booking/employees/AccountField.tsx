import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useProject } from '../../app/project-context.tsx'
import { operatorsQuery } from '../../crm/index.ts'
import { Select } from '../../ui/index.ts'

interface AccountFieldProps {
  readonly account: number | null
  /** `name`: how the person is called, never the e-mail address, which clients must not see. */
  onChange(account: number | null, name: string): void
}

/** The member of the project who an employee is. */
export function AccountField({ account, onChange }: AccountFieldProps) {
  const { t } = useTranslation('booking')
  const { data: people = [] } = useQuery(operatorsQuery(useProject().id))
  return (
    <Select
      label={t('employee.account')}
      value={String(account ?? '')}
      options={[
        { value: '', label: t('employee.chooseAccount') },
        ...people.map((person) => ({ value: String(person.account), label: person.name || person.email })),
      ]}
      onChange={(value) => onChange(value ? Number(value) : null, people.find((person) => String(person.account) === value)?.name ?? '')}
    />
  )
}
