import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useLive } from '../app/live.ts'
import { useProject } from '../app/project-context.tsx'
import { ownOperatorQuery } from '../crm/index.ts'
import { Menu } from '../ui/index.ts'
import { statuses, useSetStatus } from './operators.queries.ts'
import { StatusDot } from './StatusDot.tsx'

/** On shift, on break or absent: in sight on every page, because new dialogues go by it. */
export function ShiftMenu() {
  const { t } = useTranslation('operators')
  const { id: projectId } = useProject()
  const queries = useQueryClient()
  const { data: me } = useQuery(ownOperatorQuery(projectId))
  const change = useSetStatus()
  useLive(projectId, ({ type }) => {
    if (type === 'operators-changed' || type === 'hello') void queries.invalidateQueries({ queryKey: ['operators', projectId] })
  })
  if (!me) return null
  return (
    <Menu
      align="end"
      trigger={
        <button
          type="button"
          aria-label={t('own', { status: t(`status.${me.status}`) })}
          title={t(`status.${me.status}`)}
          className="flex h-8 shrink-0 items-center gap-2 rounded-md px-2 text-sm text-muted hover:bg-hover hover:text-text"
        >
          <StatusDot status={me.status} />
          <span className="hidden md:inline">{t(`status.${me.status}`)}</span>
        </button>
      }
      items={[
        { heading: t('ownHeading') },
        ...statuses.map((status) => ({
          label: t(`status.${status}`),
          icon: <StatusDot status={status} />,
          checked: status === me.status,
          onSelect: () => change.mutate({ status, account: me.account, own: true }),
        })),
      ]}
    />
  )
}
