import type { BroadcastContent } from '@voronka/api'
import { ArrowRightToLine, CircleAlert, MapPin } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { faultOf } from './use-broadcast-actions.ts'
import type { KeptDraft } from './use-kept-draft.ts'

interface MovesNoticeProps {
  readonly content: BroadcastContent | undefined
  readonly draft: KeptDraft
  /** How many people are meant, as far as it is known. */
  readonly count: number | undefined
}

/** What sending does to where people stand: state blocks move them, other blocks and texts do not. The server knows what is published. */
export function MovesNotice({ content, draft: { kept, saved, error }, count = 0 }: MovesNoticeProps) {
  const { t } = useTranslation('broadcasts')
  if (!content) return null
  if (content.kind === 'block' && error !== undefined && !saved) {
    return (
      <p role="alert" className="flex gap-2 rounded-md bg-danger-soft p-3 text-sm text-danger">
        <CircleAlert size={16} aria-hidden className="mt-0.5 shrink-0" />
        {t(faultOf(error))}
      </p>
    )
  }
  if (content.kind === 'block' && !saved) return null
  const block = content.kind === 'block' ? content.block : undefined
  return kept?.moves && block !== undefined ? (
    <p role="status" className="flex gap-2 rounded-md bg-warning-soft p-3 text-sm text-warning">
      <ArrowRightToLine size={16} aria-hidden className="mt-0.5 shrink-0" />
      {t('moves.into', { count, block })}
    </p>
  ) : (
    <p role="status" className="flex gap-2 rounded-md bg-sunken p-3 text-sm text-muted">
      <MapPin size={16} aria-hidden className="mt-0.5 shrink-0" />
      {t(block === undefined ? 'moves.text' : 'moves.block')}
    </p>
  )
}
