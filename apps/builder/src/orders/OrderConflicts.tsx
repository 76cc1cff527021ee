import type { Pipeline } from '@voronka/api'
import { useQuery } from '@tanstack/react-query'
import { TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useProject } from '../app/project-context.tsx'
import { Button } from '../ui/index.ts'
import { operatorsQuery } from '../crm/index.ts'
import { placeName } from './place.ts'
import { fieldName, type ChangeOrder } from './use-change-order.ts'

/** The second writer of the same field is told, and decides. */
export function OrderConflicts({ change, pipelines }: { readonly change: ChangeOrder; readonly pipelines: readonly Pipeline[] }) {
  const { t } = useTranslation('orders')
  const { id: projectId } = useProject()
  const { data: operators = [] } = useQuery({ ...operatorsQuery(projectId), enabled: change.undecided !== undefined })
  if (!change.undecided) return null
  const { mine, theirs } = change.undecided
  const shown = (field: string, value: unknown): string => {
    if (value === null || value === '') return t('history.empty')
    if (typeof value === 'object' && value !== undefined) {
      return 'state' in value && typeof value.state === 'number' ? placeName(t, pipelines, { state: value.state }) : t('place.gone')
    }
    if (field === 'responsible') return operators.find(({ account }) => account === value)?.name ?? String(value)
    return String(value)
  }
  return (
    <div role="alert" className="mb-3 flex flex-col gap-2 rounded-md border border-warning bg-warning-soft p-3 text-sm">
      <p className="flex gap-2 font-medium">
        <TriangleAlert size={16} aria-hidden className="mt-0.5 shrink-0 text-warning" />
        {t('conflict.title')}
      </p>
      {theirs.map(({ field, now, by }) => (
        <dl key={field} className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 text-xs">
          <dt className="col-span-2 text-muted">{fieldLabel(t, field)}</dt>
          <dt className="text-muted">{t('conflict.mine')}</dt>
          <dd className="wrap-anywhere">{shown(field, mine.find((each) => fieldName(each) === field)?.to ?? null)}</dd>
          <dt className="text-muted">{by || t('failed.somebody')}</dt>
          <dd className="wrap-anywhere">{shown(field, now)}</dd>
        </dl>
      ))}
      <div className="flex gap-2">
        <Button small look="primary" busy={change.busy} onClick={change.keepMine}>
          {t('conflict.keepMine')}
        </Button>
        <Button small onClick={change.takeTheirs}>
          {t('conflict.takeTheirs')}
        </Button>
      </div>
    </div>
  )
}

type Translate = ReturnType<typeof useTranslation<'orders'>>['t']

/** What a field of an order is called: also in its history. */
export function fieldLabel(t: Translate, field: string): string {
  if (field.startsWith('variable:')) return t('fields.variable', { name: field.slice('variable:'.length) })
  return t(`fields.${field}`, { defaultValue: field })
}
