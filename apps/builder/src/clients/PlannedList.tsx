import { cancelPlanned, movePlanned, sendPlanned } from '@voronka/api'
import type { ClientCard, Planned } from '@voronka/api'
import { Clock, Send, X } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../app/call.ts'
import { useProject } from '../app/project-context.tsx'
import { Moment } from '../projects/Moment.tsx'
import { Button, IconButton, TextInput } from '../ui/index.ts'
import { localMoment } from '../projects/local-moment.ts'
import type { ClientActions } from './use-client-actions.ts'

interface PlannedListProps {
  readonly client: ClientCard
  readonly actions: ClientActions
  readonly editable: boolean
}

/** What will be said later: moved to another moment, said now, or not at all. */
export function PlannedList({ client, actions, editable }: PlannedListProps) {
  return (
    <ul className="flex flex-col gap-2">
      {client.planned.map((planned) => (
        <PlannedRow key={planned.id} planned={planned} client={client} actions={actions} editable={editable} />
      ))}
    </ul>
  )
}

function PlannedRow({ planned, client, actions, editable }: PlannedListProps & { readonly planned: Planned }) {
  const { t } = useTranslation('clients')
  const { id: projectId } = useProject()
  const [moment, setMoment] = useState<string>()
  const of = { projectId, clientId: client.id, planned: planned.id }
  const at = moment === undefined ? undefined : new Date(moment)
  return (
    <li className="rounded-md border border-line p-2 text-xs">
      <div className="flex items-start gap-1">
        <p className="min-w-0 flex-1">
          <span className="font-medium">
            <Moment at={planned.at} />
          </span>
          <span className="block wrap-anywhere text-muted">
            {planned.text || (planned.block === null ? '' : t('about.block', { number: planned.block, name: '' }))}
          </span>
          {planned.by && <bdi className="block text-faint">{planned.by.name}</bdi>}
        </p>
        {editable && (
          <>
            <IconButton small label={t('planned.now')} icon={<Send size={12} />} onClick={() => actions.run(() => call(sendPlanned, of))} />
            <IconButton
              small
              label={t('planned.move')}
              pressed={moment !== undefined}
              icon={<Clock size={12} />}
              onClick={() => setMoment(moment === undefined ? localMoment(new Date(planned.at)) : undefined)}
            />
            <IconButton
              small
              label={t('planned.cancel')}
              icon={<X size={12} />}
              onClick={() => actions.run(() => call(cancelPlanned, of))}
            />
          </>
        )}
      </div>
      {moment !== undefined && (
        <form
          className="mt-1 flex items-end gap-1"
          onSubmit={(event) => {
            event.preventDefault()
            if (!at || Number.isNaN(at.getTime())) return
            actions.run(
              () => call(movePlanned, { ...of, at: at.toISOString() }),
              () => setMoment(undefined),
            )
          }}
        >
          <div className="min-w-0 flex-1">
            <TextInput type="datetime-local" label={t('composer.when')} labelHidden value={moment} onChange={setMoment} />
          </div>
          <Button type="submit" small>
            {t('planned.do')}
          </Button>
        </form>
      )}
    </li>
  )
}
