import { changeService, createService } from '@voronka/api'
import type { BranchSetup, Service } from '@voronka/api'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../app/call.ts'
import { useProject } from '../../app/project-context.tsx'
import { Button, Dialog, NumberInput, Select, Switch, TextArea, TextInput } from '../../ui/index.ts'
import { ChoiceList } from '../ChoiceList.tsx'
import { PhotoField } from '../../files/index.ts'
import { useSetupChange } from '../use-setup-change.ts'
import { PlateColors } from './PlateColors.tsx'

interface ServiceDialogProps {
  readonly setup: BranchSetup
  /** None: a new one. */
  readonly service?: Service
  readonly category?: number | null
  onClose(): void
}

const fresh = { title: '', description: '', category: null, price: 0, duration: 60, capacity: 1, color: '', photo: '', active: true }

export function ServiceDialog({ setup, service, category = null, onClose }: ServiceDialogProps) {
  const { t } = useTranslation('booking')
  const { t: say } = useTranslation('app')
  const { id: projectId } = useProject()
  const { branch, employees } = setup
  const [fields, setFields] = useState<Omit<Service, 'id'>>(() => service ?? { ...fresh, category })
  // A new service is rendered by everybody until somebody says otherwise: else nobody could book it.
  const [renderedBy, setRenderedBy] = useState(() =>
    employees.filter(({ services }) => !service || services.includes(service.id)).map(({ id }) => id),
  )
  const set = (some: Partial<Service>) => setFields((former) => ({ ...former, ...some }))
  const change = useSetupChange()
  const { description, price, duration, capacity, color, photo, active } = fields
  const title = fields.title.trim()
  const save = () => {
    if (!title) return
    const given = { title, description, category: fields.category, price, duration, capacity, color, photo, active, employees: renderedBy }
    change.mutate(
      () =>
        service
          ? call(changeService, { projectId, service: service.id, ...given })
          : call(createService, { projectId, branch: branch.id, ...given }),
      { onSuccess: onClose },
    )
  }
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={t(service ? 'service.change' : 'service.new')}
      actions={
        <>
          <Button onClick={onClose}>{say('ui.cancel')}</Button>
          <Button look="primary" busy={change.isPending} disabled={!title} onClick={save}>
            {say('ui.save')}
          </Button>
        </>
      }
    >
      <div className="grid gap-x-5 gap-y-3 pb-2 sm:grid-cols-2">
        <TextInput label={t('service.title')} required maxLength={255} value={fields.title} onChange={(value) => set({ title: value })} />
        <Select
          label={t('service.category')}
          value={String(fields.category ?? '')}
          options={[
            { value: '', label: t('category.without') },
            ...setup.categories.map(({ id, name }) => ({ value: String(id), label: name })),
          ]}
          onChange={(value) => set({ category: value ? Number(value) : null })}
        />
        <div className="sm:col-span-2">
          <TextArea label={t('description')} maxLength={5000} value={description} onChange={(value) => set({ description: value })} />
        </div>
        <div className="grid grid-cols-3 items-start gap-3 sm:col-span-2">
          <NumberInput
            label={branch.currency ? t('service.priceIn', { currency: branch.currency }) : t('service.price')}
            value={price}
            min={0}
            max={1e12}
            fraction
            onChange={(value) => set({ price: value })}
          />
          <NumberInput label={t('service.duration')} value={duration} min={1} max={1440} onChange={(value) => set({ duration: value })} />
          <NumberInput
            label={t('service.capacity')}
            hint={capacity > 1 ? t('service.group') : t('service.individual')}
            value={capacity}
            min={1}
            max={10_000}
            onChange={(value) => set({ capacity: value })}
          />
        </div>
        <div className="sm:col-span-2">
          <PhotoField label={t('photo.service')} value={photo} onChange={(value) => set({ photo: value })} />
        </div>
        <PlateColors label={t('service.color')} value={color} onChange={(value) => set({ color: value })} />
        <div className="self-center">
          <Switch
            label={t('service.active')}
            hint={t('service.activeHint')}
            checked={active}
            onChange={(value) => set({ active: value })}
          />
        </div>
        {employees.length > 0 && (
          <div className="sm:col-span-2">
            <ChoiceList
              label={t('service.renderedBy')}
              options={employees.map(({ id, name }) => ({ id, text: name }))}
              chosen={renderedBy}
              onChange={setRenderedBy}
            />
          </div>
        )}
      </div>
    </Dialog>
  )
}
