import { createBranch, listPipelines } from '@voronka/api'
import type { Branch } from '@voronka/api'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../app/call.ts'
import { useProject } from '../app/project-context.tsx'
import { Button, Dialog, Select, TextInput } from '../ui/index.ts'
import { useSetupChange } from './use-setup-change.ts'

interface NewBranchDialogProps {
  readonly branches: readonly Branch[]
  onMade(id: number): void
  onClose(): void
}

/** A branch is a pipeline of orders: a new one, or one that is there already. */
export function NewBranchDialog({ branches, onMade, onClose }: NewBranchDialogProps) {
  const { t } = useTranslation('booking')
  const { t: say } = useTranslation('app')
  const { id: projectId, rights } = useProject()
  const { data: pipelines = [] } = useQuery({
    queryKey: ['orders', projectId, 'pipelines', 'for-branches'],
    queryFn: ({ signal }) => call(listPipelines, { projectId }, { signal }).then((answer) => answer.pipelines),
    enabled: rights.may('orders'),
  })
  const free = pipelines.filter(({ id }) => !branches.some((branch) => branch.id === id))
  const [pipeline, setPipeline] = useState('')
  const [name, setName] = useState('')
  const [address, setAddress] = useState('')
  const change = useSetupChange<Branch>()
  const make = () =>
    change.mutate(
      () =>
        call(createBranch, {
          projectId,
          ...(pipeline ? { pipeline: Number(pipeline), address } : { name: name.trim(), address: address.trim() }),
        }),
      {
        onSuccess: ({ id }) => {
          onMade(id)
          onClose()
        },
      },
    )
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('branch.new')}
      about={t('branch.newAbout')}
      actions={
        <>
          <Button onClick={onClose}>{say('ui.cancel')}</Button>
          <Button look="primary" busy={change.isPending} disabled={!pipeline && !name.trim()} onClick={make}>
            {t('branch.create')}
          </Button>
        </>
      }
    >
      <form
        className="flex flex-col gap-3 pb-2"
        onSubmit={(event) => {
          event.preventDefault()
          if (pipeline || name.trim()) make()
        }}
      >
        {free.length > 0 && (
          <Select
            label={t('branch.from')}
            value={pipeline}
            options={[{ value: '', label: t('branch.fresh') }, ...free.map(({ id, name: label }) => ({ value: String(id), label }))]}
            onChange={setPipeline}
          />
        )}
        {!pipeline && <TextInput label={t('branch.name')} required maxLength={100} value={name} onChange={setName} />}
        <TextInput label={t('branch.address')} maxLength={500} value={address} onChange={setAddress} />
        <button type="submit" hidden />
      </form>
    </Dialog>
  )
}
