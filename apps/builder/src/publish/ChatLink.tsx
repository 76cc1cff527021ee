import { Check, Copy, ExternalLink } from 'lucide-react'
import { useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, control, copyText } from '../ui/index.ts'

/** The address of a chat page, to copy and to open. */
export function ChatLink({ path }: { readonly path: string }) {
  const { t } = useTranslation('publish')
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const [copied, setCopied] = useState(false)
  const address = new URL(path, window.location.origin).href
  const copy = async () => {
    field.current?.select()
    await copyText(address)
    setCopied(true)
  }
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <label htmlFor={id} className="text-xs text-muted">
        {t('link.label')}
      </label>
      <div className="flex flex-wrap gap-2">
        <input
          id={id}
          ref={field}
          readOnly
          value={address}
          onFocus={({ target }) => target.select()}
          className={`${control} basis-full sm:min-w-32! sm:basis-0 sm:flex-1 font-mono`}
        />
        <Button icon={copied ? <Check size={14} aria-hidden /> : <Copy size={14} aria-hidden />} onClick={() => void copy()}>
          <span role="status">{t(copied ? 'link.copied' : 'link.copy')}</span>
        </Button>
        <a
          href={address}
          target="_blank"
          rel="noreferrer"
          className="inline-flex h-8 shrink-0 items-center gap-2 rounded-md border border-line bg-surface px-3 text-sm hover:bg-hover"
        >
          <ExternalLink size={14} aria-hidden />
          {t('link.open')}
        </a>
      </div>
    </div>
  )
}
