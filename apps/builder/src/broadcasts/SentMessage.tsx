import type { BroadcastInfo } from '@voronka/api'
import { useTranslation } from 'react-i18next'
import { AttachmentView } from '../messages/index.ts'

/** What is sent, with its variables as they were written. */
export function SentMessage({ broadcast: { content, moves } }: { readonly broadcast: BroadcastInfo }) {
  const { t } = useTranslation('broadcasts')
  return (
    <section aria-label={t('steps.message')} className="flex flex-col gap-2 rounded-md border border-line bg-surface p-4">
      <h3 className="text-xs text-muted">{t('steps.message')}</h3>
      {content.kind === 'block' ? (
        <p className="text-sm">{t('titleOfBlock', { block: content.block })}</p>
      ) : (
        <>
          <p className="text-sm whitespace-pre-wrap wrap-anywhere">{content.text}</p>
          {content.attachments.map((attachment, index) => (
            <AttachmentView key={index} attachment={attachment} />
          ))}
        </>
      )}
      <p className="text-xs text-faint">{t(moves ? 'start.moves' : 'start.stays')}</p>
    </section>
  )
}
