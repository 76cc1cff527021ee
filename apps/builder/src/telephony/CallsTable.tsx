import type { Call } from '@voronka/api'
import { Link } from '@tanstack/react-router'
import clsx from 'clsx'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useProject } from '../app/project-context.tsx'
import { callReason } from '../crm/index.ts'
import { Moment } from '../projects/Moment.tsx'
import { OutcomeMark } from './OutcomeMark.tsx'

const columns = ['date', 'client', 'number', 'employee', 'outcome', 'talk', 'digit', 'cost'] as const

/** A table where there is room for one, else a list. Each call leads to its dialogue. */
export function CallsTable({ calls }: { readonly calls: readonly Call[] }) {
  const { t } = useTranslation('telephony')
  return (
    <>
      <table className="hidden w-full table-fixed border-separate border-spacing-0 text-sm md:table">
        <thead>
          <tr>
            {columns.map((name) => (
              <th
                key={name}
                scope="col"
                className={clsx(
                  'sticky top-0 z-[1] border-b border-line bg-surface px-3 py-2 text-left text-xs font-normal text-muted',
                  (name === 'cost' || name === 'digit') && 'hidden lg:table-cell',
                  name === 'date' && 'w-36',
                  name === 'talk' && 'w-24',
                  (name === 'digit' || name === 'cost') && 'w-20',
                )}
              >
                {t(`columns.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {calls.map((call) => (
            <Row key={call.number} call={call} />
          ))}
        </tbody>
      </table>
      <ul className="divide-y divide-line md:hidden">
        {calls.map((call) => (
          <li key={call.number} className="flex flex-col gap-1 px-4 py-3 text-sm">
            <span className="flex items-start gap-2">
              <span className="min-w-0 flex-1 truncate font-medium">
                <ClientLink call={call} />
              </span>
              <OutcomeMark outcome={call.outcome} />
            </span>
            <span className="flex gap-3 text-muted tabular-nums">
              <span>+{call.to}</span>
              {call.outcome === 'answered' && <span>{t('seconds', { count: call.seconds })}</span>}
              {call.digits.length > 0 && <span>{t('pressed', { digits: call.digits.join(', ') })}</span>}
            </span>
            <Trouble call={call} />
            <span className="flex gap-2 text-xs text-faint">
              <Moment at={call.createdAt} />
              <span className="ml-auto truncate">{call.employee?.name ?? t('funnel')}</span>
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}

const cell = 'truncate border-b border-line px-3 py-2 align-top'

function Row({ call }: { readonly call: Call }) {
  const { t } = useTranslation('telephony')
  const wide = clsx(cell, 'hidden tabular-nums lg:table-cell')
  return (
    <tr className="hover:bg-hover">
      <td className={clsx(cell, 'text-muted')}>
        <Moment at={call.createdAt} />
      </td>
      <td className={cell}>
        <ClientLink call={call} />
      </td>
      <td className={clsx(cell, 'tabular-nums')}>
        +{call.to}
        {call.from !== '' && <span className="block truncate text-xs text-faint">{t('fromNumber', { number: `+${call.from}` })}</span>}
      </td>
      <td className={cell}>{call.employee ? <bdi>{call.employee.name}</bdi> : <span className="text-faint">{t('funnel')}</span>}</td>
      <td className={clsx(cell, 'whitespace-normal')}>
        <OutcomeMark outcome={call.outcome} />
        <Trouble call={call} />
      </td>
      <td className={clsx(cell, 'tabular-nums')}>{call.outcome === 'answered' ? t('seconds', { count: call.seconds }) : ''}</td>
      <td className={wide}>{call.digits.join(', ')}</td>
      <td className={wide}>{call.cost}</td>
    </tr>
  )
}

function ClientLink({ call: { client, to } }: { readonly call: Call }): ReactNode {
  const { t } = useTranslation('telephony')
  const { id: projectId, rights } = useProject()
  if (!client) return <span className="text-faint">{t('noClient')}</span>
  const name = <bdi>{client.name || `+${to}`}</bdi>
  if (client.test) return <span className="text-muted">{t('testPerson', { name: client.name })}</span>
  if (!rights.may('clients')) return name
  return (
    <Link to="/p/$projectId/clients" params={{ projectId }} search={{ client: client.id }} className="text-accent hover:underline">
      {name}
    </Link>
  )
}

/** Why it failed. */
function Trouble({ call: { error } }: { readonly call: Call }) {
  const { t } = useTranslation('crm')
  return error === '' ? null : <span className="block text-xs wrap-anywhere text-danger">{callReason(t, error)}</span>
}
