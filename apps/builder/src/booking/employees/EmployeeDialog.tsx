import { changeEmployee, createEmployee } from '@voronka/api'
import type { BranchSetup, Employee } from '@voronka/api'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../app/call.ts'
import { useProject } from '../../app/project-context.tsx'
import { Button, Dialog, IconButton, Segments, Select, Switch, TextArea, TextInput } from '../../ui/index.ts'
import { Plus } from 'lucide-react'
import { ChoiceList } from '../ChoiceList.tsx'
import { GroupingDialog } from '../GroupingDialog.tsx'
import { PhotoField } from '../../files/index.ts'
import { useSetupChange } from '../use-setup-change.ts'
import { AccountField } from './AccountField.tsx'
import { usualWeek } from './schedule.ts'

interface EmployeeDialogProps {
  readonly setup: BranchSetup
  /** None: a new one. */
  readonly employee: Employee | undefined
  onMade(employee: Employee): void
  onClose(): void
}

type Fields = Omit<Employee, 'id' | 'schedule' | 'overrides' | 'feed'>

/** Who an employee is and what he renders. After a new one is made, his hours are asked for. */
export function EmployeeDialog({ setup, employee, onMade, onClose }: EmployeeDialogProps) {
  const { t } = useTranslation('booking')
  const { t: say } = useTranslation('app')
  const { id: projectId } = useProject()
  const { branch, services, jobTitles } = setup
  const [fields, setFields] = useState<Fields>(() => employee ?? { ...fresh, services: services.map(({ id }) => id) })
  const [newTitle, setNewTitle] = useState(false)
  const set = (some: Partial<Fields>) => setFields((former) => ({ ...former, ...some }))
  const change = useSetupChange<Employee>()
  const { kind, account, information, jobTitle, photo, active } = fields
  const name = fields.name.trim()
  const ready = name && (kind === 'freelance' || account !== null)
  const save = () => {
    if (!ready) return
    const given = {
      projectId,
      kind,
      account: kind === 'staff' ? account : null,
      name,
      information,
      jobTitle,
      photo,
      active,
      services: fields.services,
    }
    if (employee) change.mutate(() => call(changeEmployee, { ...given, employee: employee.id }), { onSuccess: onClose })
    else {
      const schedule = { week: usualWeek(), breaks: [] }
      change.mutate(() => call(createEmployee, { ...given, branch: branch.id, schedule }), { onSuccess: onMade })
    }
  }
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={t(employee ? 'employee.change' : 'employee.new')}
      actions={
        <>
          <Button onClick={onClose}>{say('ui.cancel')}</Button>
          <Button look="primary" busy={change.isPending} disabled={!ready} onClick={save}>
            {t(employee ? 'save' : 'employee.toSchedule')}
          </Button>
        </>
      }
    >
      <div className="grid gap-x-5 gap-y-3 pb-2 sm:grid-cols-2">
        <Segments
          label={t('employee.kind')}
          value={kind}
          hint={t(`employee.${kind}Hint`)}
          options={[
            { value: 'freelance', text: t('employee.freelance') },
            { value: 'staff', text: t('employee.staff') },
          ]}
          onChange={(value) => set({ kind: value })}
        />
        {kind === 'staff' ? (
          <AccountField account={account} onChange={(chosen, called) => set({ account: chosen, ...(!name && { name: called }) })} />
        ) : (
          <span className="max-sm:hidden" />
        )}
        <TextInput
          label={t('employee.name')}
          hint={t('employee.nameHint')}
          required
          maxLength={255}
          value={fields.name}
          onChange={(value) => set({ name: value })}
        />
        <div className="flex items-start gap-1">
          <div className="min-w-0 flex-1">
            <Select
              label={t('employee.jobTitle')}
              value={String(jobTitle ?? '')}
              options={[
                { value: '', label: t('jobTitle.without') },
                ...jobTitles.map(({ id, name: label }) => ({ value: String(id), label })),
              ]}
              onChange={(value) => set({ jobTitle: value ? Number(value) : null })}
            />
          </div>
          <IconButton className="mt-5" label={t('jobTitle.new')} icon={<Plus size={16} />} onClick={() => setNewTitle(true)} />
        </div>
        <div className="sm:col-span-2">
          <TextArea
            label={t('employee.information')}
            maxLength={5000}
            value={information}
            onChange={(value) => set({ information: value })}
          />
        </div>
        <div className="sm:col-span-2">
          <PhotoField label={t('photo.employee')} value={photo} onChange={(value) => set({ photo: value })} />
        </div>
        {services.length > 0 && (
          <div className="sm:col-span-2">
            <ChoiceList
              label={t('employee.renders')}
              options={services.map(({ id, title, duration }) => ({ id, text: title, detail: t('minutes', { count: duration }) }))}
              chosen={fields.services}
              onChange={(chosen) => set({ services: chosen })}
            />
          </div>
        )}
        <div className="sm:col-span-2">
          <Switch
            label={t('employee.active')}
            hint={t('employee.activeHint')}
            checked={active}
            onChange={(value) => set({ active: value })}
          />
        </div>
      </div>
      {newTitle && (
        <GroupingDialog branch={branch.id} kind="jobTitle" onMade={({ id }) => set({ jobTitle: id })} onClose={() => setNewTitle(false)} />
      )}
    </Dialog>
  )
}

const fresh = { kind: 'freelance' as const, account: null, name: '', information: '', jobTitle: null, photo: '', active: true }
