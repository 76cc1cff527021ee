import type { Language } from '@voronka/calculator'
import { ChevronRight } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { previewScript, type PreviewLine } from './preview-script.ts'

/** A little after the last key. */
const pauseMs = 300

/** What the script gives, line by line, over values that a person writes; nothing is sent and nothing is stored. */
export function ScriptPreview({ script, language }: { readonly script: string; readonly language: Language }) {
  const { t } = useTranslation('calculator')
  const [open, setOpen] = useState(false)
  const [given, setGiven] = useState('')
  const [lines, setLines] = useState<readonly PreviewLine[]>([])
  useEffect(() => {
    if (!open) return
    let current = true
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
    const timer = setTimeout(() => {
      void previewScript(script, given, { now: Date.now(), zone, language }).then((found) => current && setLines(found))
    }, pauseMs)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [open, script, given, language])
  return (
    <details className="group rounded-md bg-sunken text-sm" open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary className="flex min-h-8 cursor-pointer list-none items-center gap-1.5 rounded-md px-2 text-xs text-muted hover:text-text">
        <ChevronRight aria-hidden className="size-3.5 transition-transform group-open:rotate-90 motion-reduce:transition-none" />
        {t('preview.title')}
      </summary>
      <div className="flex flex-col gap-2 px-2 pb-2">
        <label className="flex flex-col gap-1 text-xs text-muted">
          {t('preview.given')}
          <textarea
            className="field-sizing-content w-full rounded-md border border-line bg-field px-2 py-1.5 font-mono text-xs text-text"
            rows={2}
            value={given}
            placeholder="price = 100"
            spellCheck={false}
            onChange={({ target }) => setGiven(target.value)}
          />
        </label>
        <output className="flex flex-col gap-1">
          <span className="text-xs text-muted">{t('preview.result')}</span>
          <ol className="flex flex-col gap-0.5 font-mono text-xs">
            {lines.map((line) => (
              <li key={line.line} className="flex min-w-0 flex-wrap gap-x-2 wrap-anywhere">
                <span className="text-faint tabular-nums">{line.line}</span>
                <span className="min-w-0">{line.target ?? line.source}</span>
                <span className="text-muted">=</span>
                <span className="min-w-0">{line.value || t('preview.removed')}</span>
                {line.trouble && <span className="w-full font-sans text-danger">{line.trouble}</span>}
              </li>
            ))}
          </ol>
        </output>
        <p className="text-xs text-faint">{t('preview.note')}</p>
      </div>
    </details>
  )
}
