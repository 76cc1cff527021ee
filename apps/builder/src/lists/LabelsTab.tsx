import { createLabel, deleteLabel, updateLabel } from '@voronka/api'
import type { LabelInfo } from '@voronka/api'
import { useQuery } from '@tanstack/react-query'
import { Plus, Tag, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Broken } from '../app/Broken.tsx'
import { call } from '../app/call.ts'
import { useProject } from '../app/project-context.tsx'
import { labelsQuery } from '../crm/index.ts'
import { Button, Dialog, EmptyState, IconButton, Skeleton, TextInput } from '../ui/index.ts'
import { Colors } from './ListPanel.tsx'
import { useChange } from './use-change.ts'

/** Every label of the project. */
export function LabelsTab() {
  const { t } = useTranslation('lists')
  const { id: projectId, rights } = useProject()
  const { data: labels, error, refetch } = useQuery(labelsQuery(projectId))
  const [name, setName] = useState('')
  const change = useChange<unknown>()
  const editable = rights.may('lists', 'edit')
  if (error && !labels) return <Broken error={error} onRetry={() => void refetch()} />
  const add = () => {
    const color = ((labels?.length ?? 0) * 3 + 1) % 10
    if (name.trim()) change.mutate(() => call(createLabel, { projectId, name: name.trim(), color }), { onSuccess: () => setName('') })
  }
  return (
    <div className="h-full overflow-y-auto">
      <div className="mx-auto flex max-w-160 flex-col gap-4 p-3 sm:p-5">
        {editable && (
          <form
            className="flex items-end gap-2"
            onSubmit={(event) => {
              event.preventDefault()
              add()
            }}
          >
            <div className="min-w-0 flex-1">
              <TextInput label={t('newLabel')} value={name} maxLength={100} onChange={setName} />
            </div>
            <Button type="submit" look="primary" icon={<Plus size={14} aria-hidden />} disabled={!name.trim()} busy={change.isPending}>
              {t('add')}
            </Button>
          </form>
        )}
        {!labels ? (
          <Skeleton className="h-24" />
        ) : !labels.length ? (
          <EmptyState icon={<Tag size={32} />} title={t('noLabels.title')} about={t('noLabels.about')} />
        ) : (
          <ul className="flex flex-col divide-y divide-line rounded-md border border-line bg-surface">
            {labels.map((label) => (
              <LabelRow key={label.number} label={label} editable={editable} />
            ))}
          </ul>
        )}
      </div>
    </div>
  )
}

function LabelRow({ label, editable }: { readonly label: LabelInfo; readonly editable: boolean }) {
  const { t } = useTranslation('lists')
  const { t: say } = useTranslation('app')
  const { id: projectId } = useProject()
  const [name, setName] = useState(label.name)
  const [deleting, setDeleting] = useState(false)
  const change = useChange<unknown>()
  const of = { projectId, label: label.number }
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 px-3 py-2">
      <fieldset disabled={!editable} className="flex min-w-0 flex-1 flex-wrap items-center gap-3">
        <div className="min-w-40 flex-1">
          <TextInput
            label={t('name')}
            labelHidden
            maxLength={100}
            value={name}
            onChange={setName}
            onBlur={() =>
              name.trim() && name.trim() !== label.name
                ? change.mutate(() => call(updateLabel, { ...of, name: name.trim() }))
                : setName(label.name)
            }
          />
        </div>
        <Colors label={t('color')} color={label.color} onChange={(color) => change.mutate(() => call(updateLabel, { ...of, color }))} />
      </fieldset>
      <span className="text-xs text-muted">{t('members', { count: label.clients })}</span>
      {editable && (
        <IconButton label={t('deleteLabel.do', { name: label.name })} icon={<Trash2 size={14} />} onClick={() => setDeleting(true)} />
      )}
      <Dialog
        open={deleting}
        onClose={() => setDeleting(false)}
        title={t('deleteLabel.do', { name: label.name })}
        about={t('deleteLabel.about', { count: label.clients })}
        actions={
          <>
            <Button onClick={() => setDeleting(false)}>{say('ui.cancel')}</Button>
            <Button
              look="danger"
              busy={change.isPending}
              onClick={() => change.mutate(() => call(deleteLabel, { ...of, force: 'true' }), { onSuccess: () => setDeleting(false) })}
            >
              {say('ui.delete')}
            </Button>
          </>
        }
      >
        {null}
      </Dialog>
    </li>
  )
}
