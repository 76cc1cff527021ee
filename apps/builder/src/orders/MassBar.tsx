import type { OrderTarget, Pipeline } from '@voronka/api'
import { useQuery } from '@tanstack/react-query'
import { Archive, ArrowRightLeft, Tag, Trash2, UserRound, X } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProject } from '../app/project-context.tsx'
import clsx from 'clsx'
import { Button, IconButton, Menu, type MenuEntry } from '../ui/index.ts'
import { ReasonDialog } from './ReasonDialog.tsx'
import { labelColors, labelsQuery, operatorsQuery } from '../crm/index.ts'
import { moveTargets } from './move-targets.ts'
import { useMassAction } from './use-mass-action.ts'
import { asksReason } from './place.ts'

interface MassBarProps {
  readonly selected: ReadonlySet<number>
  readonly pipelines: readonly Pipeline[]
  onClear(): void
}

/** What can be done with all selected orders. */
export function MassBar({ selected, pipelines, onClear }: MassBarProps) {
  const { t } = useTranslation('orders')
  const { id: projectId, rights } = useProject()
  const { data: operators = [] } = useQuery(operatorsQuery(projectId))
  const labels = useQuery(labelsQuery(projectId)).data ?? []
  const mass = useMassAction()
  const [reasonFor, setReasonFor] = useState<'fail' | 'archive'>()
  const orders = [...selected]
  const run = (what: Parameters<typeof mass.mutate>[0]['do']) => mass.mutate({ orders, do: what }, { onSuccess: onClear })
  const move = (to: OrderTarget) => {
    if (asksReason(to) && 'place' in to && (to.place === 'fail' || to.place === 'archive')) setReasonFor(to.place)
    else run({ action: 'move', to, reason: '' })
  }
  const labelItems = (put: boolean): MenuEntry[] =>
    labels.map(({ number, name, color }) => ({
      label: name,
      icon: <span aria-hidden className={clsx('size-2.5 rounded-full', labelColors[color])} />,
      onSelect: () => run({ action: 'label', label: number, put }),
    }))
  return (
    <div
      role="toolbar"
      aria-label={t('mass.bar')}
      className="absolute inset-x-3 bottom-3 z-10 mx-auto flex max-w-160 flex-wrap items-center gap-2 rounded-md bg-raised p-2 shadow-float"
    >
      <span className="px-2 text-sm font-medium">{t('mass.selected', { count: orders.length })}</span>
      <span className="flex-1" />
      <Menu
        align="end"
        trigger={
          <Button small icon={<ArrowRightLeft size={14} aria-hidden />} busy={mass.isPending}>
            {t('move.to')}
          </Button>
        }
        items={moveTargets(t, pipelines, undefined).map((entry) =>
          typeof entry === 'object' && 'to' in entry ? { label: entry.label, onSelect: () => move(entry.to) } : entry,
        )}
      />
      <Menu
        align="end"
        trigger={
          <Button small icon={<UserRound size={14} aria-hidden />} busy={mass.isPending}>
            {t('mass.assign')}
          </Button>
        }
        items={[
          { label: t('fields.nobody'), onSelect: () => run({ action: 'assign', responsible: null }) },
          'line',
          ...operators.map(({ account, name }) => ({ label: name, onSelect: () => run({ action: 'assign', responsible: account }) })),
        ]}
      />
      {labels.length > 0 && rights.may('clients', 'edit') && rights.has('clients.interact') && (
        <Menu
          align="end"
          trigger={
            <Button small icon={<Tag size={14} aria-hidden />} busy={mass.isPending}>
              {t('mass.label')}
            </Button>
          }
          items={[{ heading: t('mass.putLabel') }, ...labelItems(true), 'line', { heading: t('mass.takeLabel') }, ...labelItems(false)]}
        />
      )}
      <IconButton label={t('place.archive')} icon={<Archive size={16} />} onClick={() => setReasonFor('archive')} />
      <IconButton label={t('move.delete')} icon={<Trash2 size={16} />} onClick={() => run({ action: 'delete' })} />
      <IconButton label={t('mass.clear')} icon={<X size={16} />} onClick={onClear} />
      {reasonFor && (
        <ReasonDialog
          place={reasonFor}
          what={t('mass.orders', { count: orders.length })}
          onCancel={() => setReasonFor(undefined)}
          onDecide={(reason) => {
            setReasonFor(undefined)
            run({ action: 'move', to: { place: reasonFor }, reason })
          }}
        />
      )}
    </div>
  )
}
