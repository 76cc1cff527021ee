import type { ChannelInfo } from '@voronka/api'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isSite } from '../app/is-site.ts'
import { Button, Card, CopyField, TextArea, TextInput } from '../ui/index.ts'

interface EmbedProps {
  readonly channel: ChannelInfo
  /** That may show the chat; none: any. */
  readonly sites: readonly string[]
  readonly editable: boolean
  readonly busy: boolean
  onSites(sites: string[]): void
}

/** The line that puts the chat on a site, on which sites it may stand, and links that start it at a block. */
export function Embed({ channel, sites, editable, busy, onSites }: EmbedProps) {
  const { t } = useTranslation('web-chat')
  const [tag, setTag] = useState('')
  const [written, setWritten] = useState<string>()
  const address = new URL(channel.path, window.location.origin).href
  const named = (written ?? '').split(/[\s,]+/).filter(Boolean)
  const bad = named.find((site) => !isSite(site))
  const encoded = encodeURIComponent(tag.trim())
  return (
    <>
      <Card title={t('embed.title')} about={t('embed.about')}>
        <div className="flex flex-col gap-4">
          <CopyField label={t('embed.line')} value={`<script async src="${address}/embed.js"></script>`} />
          <form
            className="flex flex-col gap-2"
            onSubmit={(event) => {
              event.preventDefault()
              if (written === undefined || bad) return
              onSites(named)
              setWritten(undefined)
            }}
          >
            <TextArea
              label={t('embed.sites')}
              hint={t('embed.sitesHint')}
              error={bad ? t('embed.badSite', { site: bad }) : undefined}
              spellCheck={false}
              disabled={!editable}
              value={written ?? sites.join('\n')}
              onChange={setWritten}
            />
            {written !== undefined && (
              <div className="flex gap-2">
                <Button look="primary" type="submit" busy={busy} disabled={bad !== undefined}>
                  {t('save')}
                </Button>
                <Button onClick={() => setWritten(undefined)}>{t('undo')}</Button>
              </div>
            )}
          </form>
        </div>
      </Card>
      <Card title={t('links.title')} about={t('links.about')}>
        <div className="flex flex-col gap-3">
          <TextInput
            label={t('links.tag')}
            hint={t('links.tagHint')}
            placeholder="price"
            maxLength={100}
            autoComplete="off"
            spellCheck={false}
            value={tag}
            onChange={setTag}
          />
          <CopyField label={t('links.onSite')} value={encoded ? `#voronka-chat=${encoded}` : '#voronka-chat'} />
          <CopyField label={t('links.page')} value={encoded ? `${address}?tag=${encoded}` : address} />
        </div>
      </Card>
    </>
  )
}
