import type { BranchSetup, Employee } from '@voronka/api'
import clsx from 'clsx'
import { ArrowDown, ArrowUp, CalendarClock, CalendarSync, Pencil, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../../app/language.ts'
import { weekdayNames } from '../../operators/weekday-names.ts'
import { Button, Menu } from '../../ui/index.ts'
import { OnOff } from '../OnOff.tsx'
import { Picture } from '../Picture.tsx'
import { RowMenuButton } from '../RowMenuButton.tsx'
import { weekText } from './schedule.ts'

interface EmployeeRowProps {
  readonly employee: Employee
  readonly setup: BranchSetup
  readonly editable: boolean
  readonly first: boolean
  readonly last: boolean
  onOpen(dialog: 'edit' | 'schedule' | 'feed' | 'delete'): void
  onActive(active: boolean): void
  onMove(by: 1 | -1): void
}

export function EmployeeRow({ employee, setup, editable, first, last, onOpen, onActive, onMove }: EmployeeRowProps) {
  const { t } = useTranslation('booking')
  const { name, photo, kind, active, services, schedule } = employee
  const title = setup.jobTitles.find(({ id }) => id === employee.jobTitle)?.name
  const hours = weekText(schedule.week, weekdayNames(useLanguage()))
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 px-3 py-2">
      <Picture round address={photo} name={name} />
      <button
        type="button"
        disabled={!editable}
        onClick={() => onOpen('edit')}
        className={clsx('min-w-0 flex-1 text-left text-sm', !active && 'opacity-50')}
      >
        <span className="block font-medium wrap-anywhere">{name}</span>
        <span className="block text-xs text-muted">
          {[title, t(`employee.${kind}`), !active && t('employee.off')].filter(Boolean).join(' · ')}
        </span>
        <span className="block text-xs text-muted">
          <span className={clsx(!services.length && 'text-warning')}>{t('employee.services', { count: services.length })}</span>
          {' · '}
          <span className={clsx(!hours && 'text-warning')}>{hours || t('hours.none')}</span>
        </span>
      </button>
      {editable && (
        <span className="ml-auto flex items-center gap-2">
          <Button
            small
            icon={<CalendarClock size={14} aria-hidden />}
            aria-label={t('schedule.of', { name })}
            onClick={() => onOpen('schedule')}
          >
            {t('schedule.short')}
          </Button>
          <OnOff label={t('employee.activeOf', { name })} checked={active} onChange={onActive} />
          <Menu
            align="end"
            trigger={<RowMenuButton label={t('employee.menu', { name })} />}
            items={[
              { label: t('edit'), icon: <Pencil size={14} />, onSelect: () => onOpen('edit') },
              { label: t('schedule.short'), icon: <CalendarClock size={14} />, onSelect: () => onOpen('schedule') },
              { label: t('feed.do'), icon: <CalendarSync size={14} />, onSelect: () => onOpen('feed') },
              { label: t('up'), icon: <ArrowUp size={14} />, disabled: first, onSelect: () => onMove(-1) },
              { label: t('down'), icon: <ArrowDown size={14} />, disabled: last, onSelect: () => onMove(1) },
              'line',
              { label: t('delete'), icon: <Trash2 size={14} />, danger: true, onSelect: () => onOpen('delete') },
            ]}
          />
        </span>
      )}
    </li>
  )
}
