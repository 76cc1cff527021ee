import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CopyField, Segments, TextInput } from '../../ui/index.ts'

/** The line that puts the widget on a site: where the line stands, or behind elements of a CSS class of the site. */
export function Embed({ branchKey }: { readonly branchKey: string }) {
  const { t } = useTranslation('booking')
  const [kind, setKind] = useState<'inline' | 'popup'>('inline')
  const [cssClass, setCssClass] = useState('voronka-booking')
  const good = /^[A-Za-z_][\w-]*$/.test(cssClass)
  const behind = kind === 'popup' ? ` data-class="${good ? cssClass : ''}"` : ''
  const line = `<script async src="${window.location.origin}/book-embed.js" data-branch="${branchKey}"${behind}></script>`
  return (
    <>
      <Segments
        label={t('embed.kind')}
        value={kind}
        hint={t(`embed.${kind}Hint`)}
        options={[
          { value: 'inline', text: t('embed.inline') },
          { value: 'popup', text: t('embed.popup') },
        ]}
        onChange={setKind}
      />
      {kind === 'popup' && (
        <TextInput
          label={t('embed.class')}
          error={good ? undefined : t('embed.badClass')}
          spellCheck={false}
          maxLength={100}
          value={cssClass}
          onChange={setCssClass}
        />
      )}
      <CopyField label={t('embed.snippet')} value={line} />
    </>
  )
}
