import type { ChannelInfo, ChatLook } from '@voronka/api'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/language.ts'
import { useProject } from '../app/project-context.tsx'

interface PreviewProps {
  /** As it is being changed: it shows before it is saved. */
  readonly look: ChatLook
  readonly channel: ChannelInfo
}

/** A site with the chat on it, in small. What is changed beside is told it, and shown at once; nothing that is written there goes anywhere. */
export function Preview({ look, channel }: PreviewProps) {
  const { t } = useTranslation('web-chat')
  const { name } = useProject()
  const language = useLanguage()
  const frame = useRef<HTMLIFrameElement>(null)
  const tell = () => {
    const message = { type: 'look', look: { ...look, name: channel.name || name }, language }
    frame.current?.contentWindow?.postMessage({ 'voronka-chat': message }, window.location.origin)
  }
  useEffect(tell)
  return (
    <aside aria-label={t('preview')} className="w-full shrink-0 self-start lg:sticky lg:top-4 lg:w-85">
      <h3 className="mb-2 text-xs text-muted">{t('preview')}</h3>
      {/* Larger than it is shown, so that it is a window of a desk and not of a telephone. */}
      <div className="h-125 w-full max-w-85 overflow-hidden rounded-md border border-line">
        <iframe
          ref={frame}
          title={t('preview')}
          src={`${channel.path}/preview`}
          onLoad={tell}
          className="h-[143%] w-[147%] origin-top-left scale-[0.7] border-0"
        />
      </div>
    </aside>
  )
}
