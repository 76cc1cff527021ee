import { changeBranch, deleteBranch } from '@voronka/api'
import type { Branch } from '@voronka/api'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../app/call.ts'
import { useProject } from '../app/project-context.tsx'
import { TimeZoneField } from '../settings/TimeZoneField.tsx'
import { Button, Dialog, NumberInput, Segments, Select, Switch, TextInput } from '../ui/index.ts'
import { PhotoField } from '../files/index.ts'
import { StateField } from './StateField.tsx'
import { useSetupChange } from './use-setup-change.ts'

const steps = [5, 10, 15, 20, 30, 60, 90, 120]

/** What a branch is called, where it is, and how its times are offered; deleting it asks for its name. */
export function BranchDialog({ branch, onClose }: { readonly branch: Branch; onClose(): void }) {
  const { t } = useTranslation('booking')
  const { t: say } = useTranslation('app')
  const { id: projectId, rights } = useProject()
  const [fields, setFields] = useState(branch)
  const set = (some: Partial<Branch>) => setFields((former) => ({ ...former, ...some }))
  const change = useSetupChange()
  const { name, address, photo, on, timezone, horizonDays, step, state } = fields
  const changed = { name: name.trim(), address: address.trim(), photo, on, timezone, horizonDays, step, state }
  const save = () => change.mutate(() => call(changeBranch, { projectId, branch: branch.id, ...changed }), { onSuccess: onClose })
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('branch.setup')}
      actions={
        <>
          <Button onClick={onClose}>{say('ui.cancel')}</Button>
          <Button look="primary" busy={change.isPending} disabled={!name.trim()} onClick={save}>
            {say('ui.save')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4 pb-2">
        <TextInput label={t('branch.name')} required maxLength={100} value={name} onChange={(value) => set({ name: value })} />
        <TextInput label={t('branch.address')} maxLength={500} value={address} onChange={(value) => set({ address: value })} />
        <PhotoField label={t('photo.branch')} value={photo} onChange={(value) => set({ photo: value })} />
        <Switch label={t('branch.on')} hint={t('branch.onHint')} checked={on} onChange={(value) => set({ on: value })} />
        <div className="grid grid-cols-2 gap-3">
          <NumberInput
            label={t('branch.horizon')}
            value={horizonDays}
            min={1}
            max={366}
            onChange={(value) => set({ horizonDays: value })}
          />
          <Select
            label={t('branch.step')}
            value={String(step)}
            options={[...new Set([...steps, step])]
              .sort((one, other) => one - other)
              .map((value) => ({ value: String(value), label: t('minutes', { count: value }) }))}
            onChange={(value) => set({ step: Number(value) })}
          />
        </div>
        {rights.may('orders') && <StateField branch={branch.id} value={state} onChange={(value) => set({ state: value })} />}
        <Segments
          label={t('branch.zone')}
          value={timezone === null ? 'project' : 'own'}
          options={[
            { value: 'project', text: t('branch.zoneProject') },
            { value: 'own', text: t('branch.zoneOwn') },
          ]}
          onChange={(value) => set({ timezone: value === 'project' ? null : (branch.timezone ?? browserZone()) })}
        />
        {timezone !== null && <TimeZoneField value={timezone} onChange={(value) => set({ timezone: value })} />}
        <DeleteBranch branch={branch} onDone={onClose} />
      </div>
    </Dialog>
  )
}

const browserZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone

function DeleteBranch({ branch, onDone }: { readonly branch: Branch; onDone(): void }) {
  const { t } = useTranslation('booking')
  const { id: projectId } = useProject()
  const [confirm, setConfirm] = useState('')
  const change = useSetupChange()
  return (
    <section aria-label={t('branch.delete')} className="mt-2 flex flex-col gap-2 rounded-md border border-danger p-3">
      <h3 className="text-sm font-medium text-danger">{t('branch.delete')}</h3>
      <p className="text-xs text-muted">{t('branch.deleteAbout')}</p>
      <div className="flex items-end gap-2">
        <div className="min-w-0 flex-1">
          <TextInput
            label={t('branch.confirm', { name: branch.name })}
            autoComplete="off"
            value={confirm}
            maxLength={255}
            onChange={setConfirm}
          />
        </div>
        <Button
          look="danger"
          disabled={confirm.trim() !== branch.name}
          busy={change.isPending}
          onClick={() =>
            change.mutate(() => call(deleteBranch, { projectId, branch: branch.id, confirm: confirm.trim() }), { onSuccess: onDone })
          }
        >
          {t('branch.deleteDo')}
        </Button>
      </div>
    </section>
  )
}
