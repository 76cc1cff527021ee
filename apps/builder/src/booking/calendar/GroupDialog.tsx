import type { Visit } from '@voronka/api'
import { ChevronRight, Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button, Dialog } from '../../ui/index.ts'

interface GroupDialogProps {
  readonly visits: readonly Visit[]
  readonly editable: boolean
  onOpen(visit: Visit): void
  onAdd(visit: Visit): void
  onClose(): void
}

/** The participants of a group, and a seat for one more where there is one. */
export function GroupDialog({ visits, editable, onOpen, onAdd, onClose }: GroupDialogProps) {
  const { t } = useTranslation('booking')
  const { t: say } = useTranslation('app')
  const [first] = visits
  if (!first?.group) return null
  const { capacity } = first.group
  return (
    <Dialog
      open
      onClose={onClose}
      title={first.services[0]?.title ?? first.name}
      about={`${first.time}–${first.until}, ${first.employee.name} · ${t('group.seats', { taken: visits.length, capacity })}`}
      actions={
        <>
          {editable && (
            <Button icon={<Plus size={14} aria-hidden />} disabled={visits.length >= capacity} onClick={() => onAdd(first)}>
              {t(visits.length >= capacity ? 'group.full' : 'group.add')}
            </Button>
          )}
          <Button look="primary" onClick={onClose}>
            {say('ui.close')}
          </Button>
        </>
      }
    >
      <ul aria-label={t('group.participants')} className="flex flex-col divide-y divide-line">
        {visits.map((visit) => (
          <li key={visit.id}>
            <button
              type="button"
              onClick={() => onOpen(visit)}
              className="flex w-full items-center gap-3 px-1 py-2 text-left text-sm hover:bg-hover"
            >
              <bdi className="min-w-0 flex-1 truncate font-medium">{visit.client.name || t('visit.noName')}</bdi>
              <span className="truncate text-xs text-muted">{visit.client.phone || visit.client.email}</span>
              <ChevronRight size={14} aria-hidden className="shrink-0 text-faint" />
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
