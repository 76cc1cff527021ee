import { changeJobTitle, changeServiceCategory, createJobTitle, createServiceCategory } from '@voronka/api'
import type { Grouping } from '@voronka/api'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../app/call.ts'
import { useProject } from '../app/project-context.tsx'
import { Button, Dialog, TextArea, TextInput } from '../ui/index.ts'
import { useSetupChange } from './use-setup-change.ts'

interface GroupingDialogProps {
  readonly branch: number
  readonly kind: 'category' | 'jobTitle'
  /** None: a new one. */
  readonly grouping?: Grouping
  onMade?(grouping: Grouping): void
  onClose(): void
}

/** A category of services or a job title. */
export function GroupingDialog({ branch, kind, grouping, onMade, onClose }: GroupingDialogProps) {
  const { t } = useTranslation('booking')
  const { t: say } = useTranslation('app')
  const { id: projectId } = useProject()
  const [name, setName] = useState(grouping?.name ?? '')
  const [description, setDescription] = useState(grouping?.description ?? '')
  const change = useSetupChange<Grouping>()
  const store = () => {
    const fields = { projectId, name: name.trim(), description: description.trim() }
    if (kind === 'category') {
      return grouping
        ? call(changeServiceCategory, { ...fields, category: grouping.id })
        : call(createServiceCategory, { ...fields, branch })
    }
    return grouping ? call(changeJobTitle, { ...fields, jobTitle: grouping.id }) : call(createJobTitle, { ...fields, branch })
  }
  const save = () => {
    if (!name.trim()) return
    change.mutate(store, {
      onSuccess: (made) => {
        onMade?.(made)
        onClose()
      },
    })
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={t(grouping ? `${kind}.change` : `${kind}.new`)}
      actions={
        <>
          <Button onClick={onClose}>{say('ui.cancel')}</Button>
          <Button look="primary" busy={change.isPending} disabled={!name.trim()} onClick={save}>
            {say('ui.save')}
          </Button>
        </>
      }
    >
      <form
        className="flex flex-col gap-3 pb-2"
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <TextInput label={t('groupingName')} required maxLength={255} value={name} onChange={setName} />
        <TextArea label={t('description')} maxLength={5000} value={description} onChange={setDescription} />
        <button type="submit" hidden />
      </form>
    </Dialog>
  )
}
