import type { TestChat } from '@voronka/api'
import { Ban, BellOff, MapPin, Pause, UserRoundSearch } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

interface ClientStateProps {
  readonly client: TestChat['client']
  readonly position: number | null
  readonly blockName: (number: number) => string
  readonly moment: (ms: number) => string
  readonly now: number
  readonly onShow: (block: number) => void
}

/** Where the client stands, and whatever keeps the bot from talking to him. */
export function ClientState({ client, position, blockName, moment, now, onShow }: ClientStateProps) {
  const { t } = useTranslation('test-chat')
  const { unsubscribed, blocked, pausedUntil, waiting } = client
  const paused = pausedUntil !== null && Date.parse(pausedUntil) > now
  return (
    <ul className="flex flex-none flex-wrap gap-x-3 gap-y-0.5 border-b border-line px-2 py-1 text-xs text-muted">
      <li className="flex min-w-0 items-center gap-1">
        <MapPin aria-hidden className="size-3.5 flex-none" />
        {position === null ? (
          t('position.none')
        ) : (
          <>
            <span className="sr-only">{t('position.in')} </span>
            <button
              type="button"
              className="min-w-0 truncate text-left font-medium text-text hover:underline"
              title={t('position.show')}
              onClick={() => onShow(position)}
            >
              {blockName(position)}
            </button>
          </>
        )}
      </li>
      {paused && (
        <Flag icon={<Pause aria-hidden className="size-3.5" />}>{t('client.paused', { moment: moment(Date.parse(pausedUntil)) })}</Flag>
      )}
      {unsubscribed && <Flag icon={<BellOff aria-hidden className="size-3.5" />}>{t('client.unsubscribed')}</Flag>}
      {blocked && <Flag icon={<Ban aria-hidden className="size-3.5" />}>{t('client.blocked')}</Flag>}
      {waiting && <Flag icon={<UserRoundSearch aria-hidden className="size-3.5" />}>{t('client.waiting')}</Flag>}
    </ul>
  )
}

function Flag({ icon, children }: { readonly icon: ReactNode; readonly children: ReactNode }) {
  return (
    <li className="flex items-center gap-1 text-warning">
      {icon}
      {children}
    </li>
  )
}
