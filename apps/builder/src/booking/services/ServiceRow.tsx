import type { Service } from '@voronka/api'
import clsx from 'clsx'
import { ArrowDown, ArrowUp, Pencil, Trash2, Users } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../../app/language.ts'
import { money } from '../../orders/money.ts'
import { Menu } from '../../ui/index.ts'
import { OnOff } from '../OnOff.tsx'
import { Picture } from '../Picture.tsx'
import { RowMenuButton } from '../RowMenuButton.tsx'

interface ServiceRowProps {
  readonly service: Service
  readonly currency: string
  readonly editable: boolean
  readonly first: boolean
  readonly last: boolean
  onOpen(): void
  onDelete(): void
  onActive(active: boolean): void
  onMove(by: 1 | -1): void
}

export function ServiceRow({ service, currency, editable, first, last, onOpen, onDelete, onActive, onMove }: ServiceRowProps) {
  const { t } = useTranslation('booking')
  const language = useLanguage()
  const { title, description, price, duration, capacity, color, photo, active } = service
  return (
    <li className="flex items-center gap-3 px-3 py-2">
      <Picture address={photo} color={color} name={title} />
      <button
        type="button"
        disabled={!editable}
        onClick={onOpen}
        className={clsx('min-w-0 flex-1 text-left text-sm', !active && 'opacity-50')}
      >
        <span className="block font-medium wrap-anywhere">{title}</span>
        {description && <span className="line-clamp-1 text-xs text-muted">{description}</span>}
        <span className="flex flex-wrap gap-x-3 text-xs text-muted">
          <span>{money(price, currency, language)}</span>
          <span>{t('minutes', { count: duration })}</span>
          {capacity > 1 && (
            <span className="flex items-center gap-1">
              <Users size={12} aria-hidden />
              {t('service.upTo', { count: capacity })}
            </span>
          )}
          {!active && <span>{t('service.off')}</span>}
        </span>
      </button>
      {editable && (
        <>
          <OnOff label={t('service.activeOf', { title })} checked={active} onChange={onActive} />
          <Menu
            align="end"
            trigger={<RowMenuButton label={t('service.menu', { title })} />}
            items={[
              { label: t('edit'), icon: <Pencil size={14} />, onSelect: onOpen },
              { label: t('up'), icon: <ArrowUp size={14} />, disabled: first, onSelect: () => onMove(-1) },
              { label: t('down'), icon: <ArrowDown size={14} />, disabled: last, onSelect: () => onMove(1) },
              'line',
              { label: t('delete'), icon: <Trash2 size={14} />, danger: true, onSelect: onDelete },
            ]}
          />
        </>
      )}
    </li>
  )
}
