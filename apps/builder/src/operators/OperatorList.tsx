import type { OperatorInfo } from '@voronka/api'
import { useQuery } from '@tanstack/react-query'
import { History } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProject } from '../app/project-context.tsx'
import { operatorsQuery, ownOperatorQuery } from '../crm/index.ts'
import { Moment } from '../projects/Moment.tsx'
import { NotLoaded } from '../settings/NotLoaded.tsx'
import { IconButton, Select, Skeleton } from '../ui/index.ts'
import { statuses, useSetStatus } from './operators.queries.ts'
import { ShiftsDialog } from './ShiftsDialog.tsx'
import { StatusDot } from './StatusDot.tsx'

/** Everybody with his status, which administrators set for others, too. */
export function OperatorList() {
  const { t } = useTranslation('operators')
  const { data: operators, error, refetch } = useQuery(operatorsQuery(useProject().id))
  const [shown, setShown] = useState<OperatorInfo>()
  if (error && !operators) return <NotLoaded onRetry={() => void refetch()} />
  if (!operators) return <Skeleton className="h-24" />
  if (!operators.length) return <p className="text-sm text-faint">{t('nobody')}</p>
  return (
    <>
      <ul className="flex flex-col divide-y divide-line">
        {operators.map((operator) => (
          <OperatorRow key={operator.account} operator={operator} onShifts={() => setShown(operator)} />
        ))}
      </ul>
      {shown && <ShiftsDialog operator={shown} onClose={() => setShown(undefined)} />}
    </>
  )
}

function OperatorRow({ operator, onShifts }: { readonly operator: OperatorInfo; onShifts(): void }) {
  const { t } = useTranslation('operators')
  const { id: projectId, rights } = useProject()
  const { data: me } = useQuery(ownOperatorQuery(projectId))
  const change = useSetStatus()
  const { account, name, email, status, since, clients, assignedToday } = operator
  const own = me?.account === account
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2">
      <StatusDot status={status} />
      <div className="min-w-40 flex-1">
        <p className="truncate text-sm">
          <bdi>{name || email}</bdi>
        </p>
        <p className="text-xs text-muted">
          {t('holds', { count: clients })} · {t('today', { count: assignedToday })}
          {since && (
            <>
              {' · '}
              {t('since')} <Moment at={since} />
            </>
          )}
        </p>
      </div>
      <div className="w-36">
        <Select
          label={t('statusOf', { name: name || email })}
          labelHidden
          disabled={!own && !rights.may('employees', 'edit')}
          value={status}
          options={statuses.map((value) => ({ value, label: t(`status.${value}`) }))}
          onChange={(chosen) => change.mutate({ status: chosen, account, own })}
        />
      </div>
      <IconButton label={t('shifts.show', { name: name || email })} icon={<History size={16} />} onClick={onShifts} />
    </li>
  )
}
