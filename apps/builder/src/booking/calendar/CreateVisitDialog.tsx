import { createVisit } from '@voronka/api'
import type { BranchSetup, Visit } from '@voronka/api'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError } from '../../app/api-error.ts'
import { call } from '../../app/call.ts'
import { useLanguage } from '../../app/language.ts'
import { useProject } from '../../app/project-context.tsx'
import { ClientPicker } from '../../crm/index.ts'
import type { ChosenClient } from '../../crm/index.ts'
import { money } from '../../orders/money.ts'
import { Button, Dialog, Select, TextArea, TextInput, toast } from '../../ui/index.ts'
import { ChoiceList } from '../ChoiceList.tsx'
import { FreeTimes } from './FreeTimes.tsx'
import { useVisitFailure } from './use-visit-failure.ts'

/** What is known before: the free time that was pressed, or the group that somebody joins. */
export interface VisitStart {
  readonly date: string
  readonly time?: string
  readonly employee?: number
  readonly services?: readonly number[]
}

interface CreateVisitDialogProps {
  readonly setup: BranchSetup
  readonly start: VisitStart
  onClose(): void
}

/** Books a visit for a client: one who is known, or a new one by name, phone and e-mail. */
export function CreateVisitDialog({ setup, start, onClose }: CreateVisitDialogProps) {
  const { t } = useTranslation('booking')
  const { t: say } = useTranslation('app')
  const language = useLanguage()
  const { id: projectId, rights } = useProject()
  const queries = useQueryClient()
  const failureText = useVisitFailure()
  const { branch } = setup
  const [client, setClient] = useState<ChosenClient | null>(null)
  const [fields, setFields] = useState({ clientName: '', phone: '', email: '', comment: '' })
  const [date, setDate] = useState(start.date)
  const [time, setTime] = useState(start.time ?? '')
  const [employee, setEmployee] = useState(start.employee)
  const services = setup.services.filter(({ id, active }) => active && (employee === undefined || renders(setup, employee).includes(id)))
  const [asked, setChosen] = useState(() => start.services ?? (services.length === 1 ? services.map(({ id }) => id) : []))
  const chosen = asked.filter((id) => services.some((service) => service.id === id))
  const [outside, setOutside] = useState(false)
  const set = (name: keyof typeof fields) => (value: string) => setFields((former) => ({ ...former, [name]: value }))
  const create = useMutation({
    mutationFn: (allowOutsideHours: boolean) =>
      call(createVisit, {
        projectId,
        branch: branch.id,
        date,
        time,
        services: [...chosen],
        employee: employee ?? null,
        ...(client ? { client: client.id } : {}),
        clientName: client ? '' : fields.clientName.trim(),
        phone: client ? '' : fields.phone.trim(),
        email: client ? '' : fields.email.trim(),
        comment: fields.comment.trim(),
        allowOutsideHours,
      }),
    onSuccess: (visit: Visit) => {
      toast(t('visit.created', { time: visit.time, name: visit.employee.name }))
      onClose()
    },
    onError: (error) => setOutside(error instanceof ApiError && error.code === 'outside-hours'),
    onSettled: () => queries.invalidateQueries({ queryKey: ['booking', projectId] }),
  })
  const people = setup.employees.filter(({ active, services: rendered }) => active && chosen.every((id) => rendered.includes(id)))
  const known = client !== null || fields.clientName.trim() || fields.phone.trim() || fields.email.trim()
  const ready = chosen.length > 0 && date && time && known
  const total = services.filter(({ id }) => chosen.includes(id))
  const minutes = total.reduce((sum, { duration }) => sum + duration, 0)
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={t('visit.new')}
      actions={
        <>
          {total.length > 0 && (
            <p className="flex-1 self-center text-sm text-muted">
              {t('minutes', { count: minutes })} ·{' '}
              {money(
                total.reduce((sum, { price }) => sum + price, 0),
                branch.currency,
                language,
              )}
            </p>
          )}
          <Button onClick={onClose}>{say('ui.cancel')}</Button>
          <Button look="primary" disabled={!ready} busy={create.isPending} onClick={() => create.mutate(outside)}>
            {t(outside ? 'outside.do' : 'visit.book')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4 pb-2">
        {create.error && (
          <p role="alert" className="rounded-md bg-danger-soft px-3 py-2 text-sm text-danger">
            {failureText(create.error)}
          </p>
        )}
        <fieldset className="grid min-w-0 gap-3 sm:grid-cols-3">
          <legend className="sr-only">{t('visit.client')}</legend>
          {rights.may('clients') && (
            <div className="sm:col-span-3">
              <ClientPicker label={t('visit.knownClient')} value={client} onChange={setClient} />
            </div>
          )}
          {client === null && (
            <>
              <TextInput
                label={t('visit.clientName')}
                maxLength={255}
                autoComplete="off"
                value={fields.clientName}
                onChange={set('clientName')}
              />
              <TextInput
                type="tel"
                label={t('visit.phone')}
                maxLength={40}
                autoComplete="off"
                value={fields.phone}
                onChange={set('phone')}
              />
              <TextInput
                type="email"
                label={t('visit.email')}
                maxLength={254}
                autoComplete="off"
                value={fields.email}
                onChange={set('email')}
              />
            </>
          )}
        </fieldset>
        <ChoiceList
          label={t('visit.services')}
          options={services.map(({ id, title, duration }) => ({ id, text: title, detail: t('minutes', { count: duration }) }))}
          chosen={chosen}
          onChange={(next) => {
            setChosen(next)
            setOutside(false)
          }}
        />
        <div className="grid grid-cols-2 gap-3 sm:grid-cols-3">
          <div className="max-sm:col-span-2">
            <Select
              label={t('visit.employee')}
              value={String(employee ?? '')}
              options={[
                { value: '', label: t('visit.anybody') },
                ...people.map(({ id, name }) => ({ value: String(id), label: name })),
                ...setup.employees
                  .filter(({ id }) => id === employee && !people.some((each) => each.id === id))
                  .map(({ id, name }) => ({ value: String(id), label: name })),
              ]}
              onChange={(value) => setEmployee(value ? Number(value) : undefined)}
            />
          </div>
          <TextInput type="date" label={t('visit.date')} value={date} onChange={setDate} />
          <TextInput
            type="time"
            label={t('visit.time')}
            value={time}
            onChange={(value) => {
              setTime(value.slice(0, 5))
              setOutside(false)
            }}
          />
        </div>
        <FreeTimes branch={branch.id} services={chosen} date={date} employee={employee} time={time} onChoose={setTime} />
        <TextArea label={t('visit.comment')} maxLength={5000} value={fields.comment} onChange={set('comment')} />
      </div>
    </Dialog>
  )
}

const renders = (setup: BranchSetup, employee: number): readonly number[] =>
  setup.employees.find(({ id }) => id === employee)?.services ?? []
