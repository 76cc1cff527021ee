import { Check, Copy } from 'lucide-react'
import { useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './Button.tsx'
import { control } from './Field.tsx'

/** A text that is there to be taken away: an address, a key. */
export function CopyField({ label, value, autoFocus }: { readonly label: string; readonly value: string; readonly autoFocus?: boolean }) {
  const { t } = useTranslation('app')
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    field.current?.select()
    await copyText(value)
    setCopied(true)
  }
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <label htmlFor={id} className="text-xs text-muted">
        {label}
      </label>
      <div className="flex gap-2">
        <input
          id={id}
          ref={field}
          readOnly
          autoFocus={autoFocus}
          value={value}
          onFocus={({ target }) => target.select()}
          className={`${control} font-mono`}
        />
        <Button icon={copied ? <Check size={14} aria-hidden /> : <Copy size={14} aria-hidden />} onClick={() => void copy()}>
          <span role="status">{t(copied ? 'ui.copied' : 'ui.copy')}</span>
        </Button>
      </div>
    </div>
  )
}

export async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text)
  } catch {
    // Without TLS browsers have no clipboard for pages; the selected field can still be copied the old way.
    document.execCommand('copy')
  }
}
