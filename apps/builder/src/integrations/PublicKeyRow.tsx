import type { PublicKey } from '@voronka/api'
import { EllipsisVertical, KeyRound } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Moment } from '../projects/Moment.tsx'
import { IconButton, Menu } from '../ui/index.ts'

interface PublicKeyRowProps {
  readonly apiKey: PublicKey
  readonly editable: boolean
  onMain(): void
  onChange(): void
  onEnd(): void
}

export function PublicKeyRow({ apiKey, editable, onMain, onChange, onEnd }: PublicKeyRowProps) {
  const { t } = useTranslation('integrations')
  const { name, ending, main, permissions, createdBy, lastUsedAt } = apiKey
  return (
    <li className="flex items-center gap-3 border-t border-line py-2 text-sm first:border-t-0 first:pt-0">
      <KeyRound size={16} aria-hidden className="shrink-0 text-faint" />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2">
          <span className="font-medium wrap-anywhere">{name}</span>
          <code className="text-xs text-faint">…{ending}</code>
          {main && (
            <span className="rounded-sm bg-accent-soft px-1 text-xs text-accent" title={t('mainHint')}>
              {t('main')}
            </span>
          )}
        </p>
        <p className="text-xs text-muted">{permissions.map((each) => t(`permission.${each}`)).join(', ')}</p>
        <p className="flex flex-wrap gap-x-3 text-xs text-muted">
          <span>{t('by', { name: createdBy })}</span>
          <span>
            {lastUsedAt ? (
              <>
                {t('used')} <Moment at={lastUsedAt} />
              </>
            ) : (
              t('neverUsed')
            )}
          </span>
        </p>
      </div>
      {editable && (
        <Menu
          align="end"
          trigger={<IconButton label={t('actions', { name })} icon={<EllipsisVertical size={16} />} />}
          items={[
            { label: t('change'), onSelect: onChange },
            { label: t('makeMain'), disabled: main, onSelect: onMain },
            'line',
            { label: t('end'), danger: true, onSelect: onEnd },
          ]}
        />
      )}
    </li>
  )
}
