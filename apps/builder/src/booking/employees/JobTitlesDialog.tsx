import { deleteJobTitle, sortJobTitles } from '@voronka/api'
import type { BranchSetup, Grouping } from '@voronka/api'
import { ArrowDown, ArrowUp, Pencil, Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../app/call.ts'
import { useProject } from '../../app/project-context.tsx'
import { Button, Dialog, IconButton } from '../../ui/index.ts'
import { GroupingDialog } from '../GroupingDialog.tsx'
import { moved } from '../moved.ts'
import { useSetupChange } from '../use-setup-change.ts'

/** The job titles of a branch: names and order. Who had a deleted one has none. */
export function JobTitlesDialog({ setup, onClose }: { readonly setup: BranchSetup; onClose(): void }) {
  const { t } = useTranslation('booking')
  const { t: say } = useTranslation('app')
  const { id: projectId } = useProject()
  const [open, setOpen] = useState<{ readonly title?: Grouping }>()
  const change = useSetupChange()
  const { branch, jobTitles, employees } = setup
  const ids = jobTitles.map(({ id }) => id)
  const move = (id: number, by: 1 | -1) =>
    change.mutate(() => call(sortJobTitles, { projectId, branch: branch.id, ids: moved(ids, ids, id, by) }))
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('jobTitle.all')}
      about={t('jobTitle.about')}
      actions={
        <>
          <Button icon={<Plus size={14} aria-hidden />} onClick={() => setOpen({})}>
            {t('jobTitle.new')}
          </Button>
          <Button look="primary" onClick={onClose}>
            {say('ui.close')}
          </Button>
        </>
      }
    >
      <ul className="flex flex-col divide-y divide-line">
        {!jobTitles.length && <li className="py-2 text-sm text-faint">{t('jobTitle.none')}</li>}
        {jobTitles.map((title, index) => (
          <li key={title.id} className="flex items-center gap-1 py-1 text-sm">
            <span className="min-w-0 flex-1">
              <span className="block truncate">{title.name}</span>
              <span className="text-xs text-faint">
                {t('jobTitle.people', { count: employees.filter(({ jobTitle }) => jobTitle === title.id).length })}
              </span>
            </span>
            <IconButton
              label={t('upOf', { name: title.name })}
              icon={<ArrowUp size={14} />}
              disabled={!index}
              onClick={() => move(title.id, -1)}
            />
            <IconButton
              label={t('downOf', { name: title.name })}
              icon={<ArrowDown size={14} />}
              disabled={index === jobTitles.length - 1}
              onClick={() => move(title.id, 1)}
            />
            <IconButton label={t('editOf', { name: title.name })} icon={<Pencil size={14} />} onClick={() => setOpen({ title })} />
            <IconButton
              label={t('deleteOf', { name: title.name })}
              icon={<Trash2 size={14} />}
              onClick={() => change.mutate(() => call(deleteJobTitle, { projectId, jobTitle: title.id }))}
            />
          </li>
        ))}
      </ul>
      {open && <GroupingDialog branch={branch.id} kind="jobTitle" grouping={open.title} onClose={() => setOpen(undefined)} />}
    </Dialog>
  )
}
