import { changeEmployee, sortEmployees } from '@voronka/api'
import type { BranchSetup, Employee } from '@voronka/api'
import { BriefcaseBusiness, Plus, UsersRound } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../app/call.ts'
import { useProject } from '../../app/project-context.tsx'
import { Button, EmptyState } from '../../ui/index.ts'
import { moved } from '../moved.ts'
import { useSetupChange } from '../use-setup-change.ts'
import { DeleteEmployee } from './DeleteEmployee.tsx'
import { EmployeeDialog } from './EmployeeDialog.tsx'
import { EmployeeRow } from './EmployeeRow.tsx'
import { FeedDialog } from './FeedDialog.tsx'
import { JobTitlesDialog } from './JobTitlesDialog.tsx'
import { ScheduleDialog } from './ScheduleDialog.tsx'

interface Open {
  readonly dialog: 'edit' | 'schedule' | 'feed' | 'delete'
  /** None: a new one. */
  readonly employee?: number
}

/** Who renders the services of a branch, and when (booking, section 2). */
export function EmployeesTab({ setup, editable }: { readonly setup: BranchSetup; readonly editable: boolean }) {
  const { t } = useTranslation('booking')
  const { id: projectId } = useProject()
  const [open, setOpen] = useState<Open>()
  const [titles, setTitles] = useState(false)
  const change = useSetupChange()
  const { branch, employees } = setup
  const ids = employees.map(({ id }) => id)
  const employee = employees.find(({ id }) => id === open?.employee)
  const close = () => setOpen(undefined)
  return (
    <div className="h-full overflow-y-auto">
      <div className="mx-auto flex max-w-200 flex-col gap-4 p-3 sm:p-5">
        {editable && (
          <div className="flex flex-wrap gap-2">
            <Button look="primary" icon={<Plus size={14} aria-hidden />} onClick={() => setOpen({ dialog: 'edit' })}>
              {t('employee.add')}
            </Button>
            <Button icon={<BriefcaseBusiness size={14} aria-hidden />} onClick={() => setTitles(true)}>
              {t('jobTitle.all')}
            </Button>
          </div>
        )}
        {!employees.length ? (
          <EmptyState icon={<UsersRound size={32} />} title={t('employee.none')} about={t('employee.noneAbout')} />
        ) : (
          <ul className="flex flex-col divide-y divide-line rounded-md border border-line bg-surface">
            {employees.map((each, index) => (
              <EmployeeRow
                key={each.id}
                employee={each}
                setup={setup}
                editable={editable}
                first={index === 0}
                last={index === employees.length - 1}
                onOpen={(dialog) => setOpen({ dialog, employee: each.id })}
                onActive={(active) => change.mutate(() => call(changeEmployee, { projectId, employee: each.id, active }))}
                onMove={(by) =>
                  change.mutate(() => call(sortEmployees, { projectId, branch: branch.id, ids: moved(ids, ids, each.id, by) }))
                }
              />
            ))}
          </ul>
        )}
      </div>
      {open?.dialog === 'edit' && (
        <EmployeeDialog
          key={open.employee ?? 'new'}
          setup={setup}
          employee={employee}
          onMade={({ id }: Employee) => setOpen({ dialog: 'schedule', employee: id })}
          onClose={close}
        />
      )}
      {open?.dialog === 'schedule' && employee && <ScheduleDialog employee={employee} onClose={close} />}
      {open?.dialog === 'feed' && employee && <FeedDialog employee={employee} onClose={close} />}
      {open?.dialog === 'delete' && employee && <DeleteEmployee employee={employee} onClose={close} />}
      {titles && <JobTitlesDialog setup={setup} onClose={() => setTitles(false)} />}
    </div>
  )
}
