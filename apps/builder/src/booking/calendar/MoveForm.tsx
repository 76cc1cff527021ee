import type { BranchSetup, Visit } from '@voronka/api'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, NumberInput, Select, TextInput } from '../../ui/index.ts'
import { FreeTimes } from './FreeTimes.tsx'
import type { MoveTo } from './use-move-visits.ts'

interface MoveFormProps {
  readonly visit: Visit
  readonly setup: BranchSetup
  onMove(to: MoveTo): void
}

/** Moves a visit without a mouse, to any day. */
export function MoveForm({ visit, setup, onMove }: MoveFormProps) {
  const { t } = useTranslation('booking')
  const [date, setDate] = useState(visit.date)
  const [time, setTime] = useState(visit.time)
  const [employee, setEmployee] = useState(visit.employee.id)
  const [duration, setDuration] = useState(visit.duration)
  const services = visit.services.map(({ id }) => id)
  const people = setup.employees.filter(
    ({ id, active, services: rendered }) => id === visit.employee.id || (active && services.every((each) => rendered.includes(each))),
  )
  const chosen = people.find(({ id }) => id === employee)
  const same = date === visit.date && time === visit.time && employee === visit.employee.id && duration === visit.duration
  return (
    <form
      aria-label={t('visit.move')}
      className="flex flex-col gap-3 rounded-md border border-line p-3"
      onSubmit={(event) => {
        event.preventDefault()
        onMove({
          date,
          time,
          outside: false,
          ...(duration !== visit.duration && { duration }),
          ...(chosen && { employee: { id: chosen.id, name: chosen.name } }),
        })
      }}
    >
      <div className="grid grid-cols-2 gap-3">
        <TextInput type="date" label={t('visit.date')} required value={date} onChange={setDate} />
        <TextInput type="time" label={t('visit.time')} required value={time} onChange={(value) => setTime(value.slice(0, 5))} />
        <Select
          label={t('visit.employee')}
          value={String(employee)}
          options={people.map(({ id, name }) => ({ value: String(id), label: name }))}
          onChange={(value) => setEmployee(Number(value))}
        />
        {!visit.group && <NumberInput label={t('service.duration')} value={duration} min={1} max={1440} onChange={setDuration} />}
      </div>
      {services.length > 0 && (
        <FreeTimes branch={visit.branch} services={services} date={date} employee={employee} time={time} onChoose={setTime} />
      )}
      <Button type="submit" look="primary" className="self-end" disabled={same || !date || !time}>
        {t('visit.moveDo')}
      </Button>
    </form>
  )
}
