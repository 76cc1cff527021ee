import { beginBooking } from '@voronka/api'
import { CalendarCheck2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../app/call.ts'
import { useProject } from '../app/project-context.tsx'
import { Button, NumberInput, Switch, TextInput } from '../ui/index.ts'
import { QuickHours } from './employees/QuickHours.tsx'
import { usualWeek } from './employees/schedule.ts'
import { useSetupChange } from './use-setup-change.ts'

/** From nothing to a service that can be booked: one branch, one service, one employee with his hours, on one page. */
export function FirstSteps({ onDone }: { onDone(branch: number): void }) {
  const { t } = useTranslation('booking')
  const { id: projectId, name: projectName } = useProject()
  const change = useSetupChange<number>()
  const [fields, setFields] = useState({ branch: projectName, address: '', service: '', price: 0, duration: 60, employee: '', open: true })
  const [week, setWeek] = useState(usualWeek)
  const set = (some: Partial<typeof fields>) => setFields((former) => ({ ...former, ...some }))
  const ready = fields.branch.trim() && fields.service.trim() && fields.employee.trim() && week.some((day) => day.length)
  const make = async () => {
    const { branch: name, address, service, price, duration, employee, open } = fields
    const first = { title: service.trim(), price, duration }
    const beginning = { name: name.trim(), address: address.trim(), service: first, employee: { name: employee.trim(), week }, open }
    return (await call(beginBooking, { projectId, ...beginning })).id
  }
  return (
    <form
      className="mx-auto flex max-w-140 flex-col gap-5 p-4 sm:py-10"
      onSubmit={(event) => {
        event.preventDefault()
        if (ready) change.mutate(make, { onSuccess: onDone })
      }}
    >
      <header className="flex flex-col items-center gap-2 text-center">
        <CalendarCheck2 size={32} aria-hidden className="text-faint" />
        <h2 className="text-lg font-semibold">{t('first.title')}</h2>
        <p className="text-sm text-muted">{t('first.about')}</p>
      </header>
      <Step number={1} title={t('first.branch')}>
        <TextInput label={t('branch.name')} required maxLength={100} value={fields.branch} onChange={(branch) => set({ branch })} />
        <TextInput label={t('branch.address')} maxLength={500} value={fields.address} onChange={(address) => set({ address })} />
      </Step>
      <Step number={2} title={t('first.service')}>
        <TextInput
          label={t('service.title')}
          placeholder={t('first.servicePlaceholder')}
          required
          maxLength={255}
          value={fields.service}
          onChange={(service) => set({ service })}
        />
        <div className="grid grid-cols-2 gap-3">
          <NumberInput
            label={t('service.duration')}
            value={fields.duration}
            min={1}
            max={1440}
            onChange={(duration) => set({ duration })}
          />
          <NumberInput label={t('service.price')} value={fields.price} min={0} max={1e12} fraction onChange={(price) => set({ price })} />
        </div>
      </Step>
      <Step number={3} title={t('first.employee')}>
        <TextInput
          label={t('employee.name')}
          hint={t('employee.nameHint')}
          required
          maxLength={255}
          value={fields.employee}
          onChange={(employee) => set({ employee })}
        />
        <QuickHours week={week} onChange={setWeek} />
      </Step>
      <Switch label={t('first.open')} hint={t('first.openHint')} checked={fields.open} onChange={(open) => set({ open })} />
      <div className="flex flex-wrap items-center justify-end gap-3">
        <p className="min-w-40 flex-1 text-xs text-faint">{t('first.later')}</p>
        <Button type="submit" look="primary" busy={change.isPending} disabled={!ready}>
          {t('first.do')}
        </Button>
      </div>
    </form>
  )
}

function Step({ number, title, children }: { readonly number: number; readonly title: string; readonly children: React.ReactNode }) {
  return (
    <section aria-label={title} className="rounded-md border border-line bg-surface p-4">
      <h3 className="mb-3 flex items-center gap-2 text-sm font-medium">
        <span aria-hidden className="flex size-5 items-center justify-center rounded-full bg-accent-soft text-xs text-accent">
          {number}
        </span>
        {title}
      </h3>
      <div className="flex flex-col gap-3">{children}</div>
    </section>
  )
}
