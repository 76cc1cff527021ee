import { changeListMembers, previewListMembers } from '@voronka/api'
import type { Audience, ListInfo } from '@voronka/api'
import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../app/call.ts'
import { useProject } from '../app/project-context.tsx'
import { AudienceFields, everybody, isEverybody, Sample } from '../audience/index.ts'
import { Button, Dialog, toast } from '../ui/index.ts'
import { useChange } from './use-change.ts'

interface MembersDialogProps {
  readonly list: ListInfo
  readonly change: 'add' | 'exclude'
  onClose(): void
}

/** Adds or excludes whom a filter means: how many, and who, is seen before. An empty filter means everybody and has to be meant. */
export function MembersDialog({ list, change, onClose }: MembersDialogProps) {
  const { t } = useTranslation('lists')
  const { t: say } = useTranslation('app')
  const { id: projectId } = useProject()
  const [filter, setFilter] = useState<Audience>(everybody)
  const [sure, setSure] = useState(false)
  const mutation = useChange<{ changed: number }>()
  const complete = { ...filter, variables: filter.variables.filter(({ name }) => name.trim()) }
  const asked = useDeferredValue(JSON.stringify(complete))
  const all = isEverybody(complete)
  const { data, error } = useQuery({
    queryKey: ['lists', projectId, 'preview', list.number, change, asked],
    queryFn: ({ signal }) => call(previewListMembers, { projectId, list: list.number, change, filter: complete }, { signal }),
    placeholderData: (former) => former,
  })
  const run = () =>
    mutation.mutate(() => call(changeListMembers, { projectId, list: list.number, change, filter: complete, everybody: all && sure }), {
      onSuccess: ({ changed }) => {
        toast(t(change === 'add' ? 'added' : 'excluded', { count: changed }))
        onClose()
      },
    })
  const needsSure = all && change === 'exclude'
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={t(change === 'add' ? 'addTo' : 'excludeFrom', { name: list.name })}
      about={t('filterAbout')}
      actions={
        <>
          <Button onClick={onClose}>{say('ui.cancel')}</Button>
          <Button look="primary" disabled={!data?.count || (needsSure && !sure)} busy={mutation.isPending} onClick={run}>
            {t(change === 'add' ? 'addMembers' : 'exclude')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <AudienceFields audience={filter} onChange={setFilter} />
        <Sample sample={data} error={error !== null} />
        {needsSure && (
          <label className="flex items-center gap-2 text-sm text-danger">
            <input type="checkbox" className="accent-accent" checked={sure} onChange={({ target }) => setSure(target.checked)} />
            {t('excludeEverybody')}
          </label>
        )}
      </div>
    </Dialog>
  )
}
