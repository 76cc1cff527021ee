import type { Call } from '@voronka/api'
import { useTranslation } from 'react-i18next'
import type { Column } from '../list-screen/index.ts'
import { Moment } from '../projects/Moment.tsx'
import { CallTrouble, ClientOfCall } from './CallCard.tsx'
import { OutcomeMark } from './OutcomeMark.tsx'

/** What the table says of a call. */
export function useCallColumns(): readonly Column<Call>[] {
  const { t } = useTranslation('telephony')
  return [
    { title: t('columns.date'), className: 'w-36 text-muted', cell: ({ createdAt }) => <Moment at={createdAt} /> },
    { title: t('columns.client'), cell: (call) => <ClientOfCall call={call} /> },
    { title: t('columns.number'), cell: ({ to }) => `+${to}`, below: ({ from }) => from && t('fromNumber', { number: `+${from}` }) },
    {
      title: t('columns.employee'),
      cell: ({ employee }) => (employee ? <bdi>{employee.name}</bdi> : <span className="text-faint">{t('funnel')}</span>),
    },
    {
      title: t('columns.outcome'),
      cell: ({ outcome }) => <OutcomeMark outcome={outcome} />,
      below: (call) => call.error && <CallTrouble call={call} />,
    },
    {
      title: t('columns.talk'),
      className: 'w-24',
      cell: ({ outcome, seconds }) => outcome === 'answered' && t('seconds', { count: seconds }),
    },
    { title: t('columns.digit'), wide: true, className: 'w-20', cell: ({ digits }) => digits.join(', ') },
    { title: t('columns.cost'), wide: true, className: 'w-20', cell: ({ cost }) => cost },
  ]
}
