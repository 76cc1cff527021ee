import type { ChannelInfo, ChatLook } from '@voronka/api'
import { isName, isReservedName } from '@voronka/calculator'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isSite } from '../app/is-site.ts'
import { Card, CopyField, TextInput } from '../ui/index.ts'
import { LinesForm } from './LinesForm.tsx'

interface EmbedProps {
  readonly channel: ChannelInfo
  readonly look: Pick<ChatLook, 'sites' | 'told'>
  readonly editable: boolean
  readonly busy: boolean
  onSave(some: Partial<Pick<ChatLook, 'sites' | 'told'>>): void
}

/** The line that puts the chat on a site, on which sites it may stand and what these may tell of a visitor, and links that start it at a block. */
export function Embed({ channel, look, editable, busy, onSave }: EmbedProps) {
  const { t } = useTranslation('web-chat')
  const [tag, setTag] = useState('')
  const address = new URL(channel.path, window.location.origin).href
  const encoded = encodeURIComponent(tag.trim())
  return (
    <>
      <Card title={t('embed.title')} about={t('embed.about')}>
        <div className="flex flex-col gap-4">
          <CopyField label={t('embed.line')} value={`<script async src="${address}/embed.js"></script>`} />
          <LinesForm
            label={t('embed.sites')}
            hint={t('embed.sitesHint')}
            lines={look.sites}
            editable={editable}
            busy={busy}
            fault={(site) => (isSite(site) ? undefined : t('embed.badSite', { site }))}
            onSave={(sites) => onSave({ sites })}
          />
          <LinesForm
            label={t('embed.told')}
            hint={t('embed.toldHint')}
            lines={look.told}
            editable={editable}
            busy={busy}
            fault={(name) => (isVariable(name) ? undefined : t('embed.badTold', { name }))}
            onSave={(told) => onSave({ told })}
          />
          {look.told.length > 0 && <CopyField label={t('embed.call')} value={identifying(look.told)} />}
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

const isVariable = (name: string): boolean => name.length <= 100 && isName(name) && !isReservedName(name)

/** What a site writes to tell them, with their names in it. */
function identifying(told: readonly string[]): string {
  const contacts = ['email', 'phone'].filter((name) => told.includes(name))
  const own = told.filter((name) => !contacts.includes(name)).map((name) => `${name}: '…'`)
  const fields = ["name: '…'", ...contacts.map((name) => `${name}: '…'`), ...(own.length ? [`variables: { ${own.join(', ')} }`] : [])]
  return `(window.voronkaChat ??= []).push((chat) => chat.identify({ ${fields.join(', ')} }))`
}
