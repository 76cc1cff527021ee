import { ChevronDown, ChevronUp, X } from 'lucide-react'
import { useDeferredValue, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/language.ts'
import { showFinder } from '../app/workspace.ts'
import { useEditor, useEditorActions } from '../editor/index.ts'
import { IconButton } from '../ui/index.ts'
import { findBlocks } from './find-blocks.ts'

/** Search on the canvas: Enter goes to the next hit, Shift+Enter to the one before; a hit is brought into view, on its own sheet. */
export function Finder() {
  const { t } = useTranslation('canvas')
  const language = useLanguage()
  const project = useEditor((state) => state.project)
  const { reveal } = useEditorActions()
  const [query, setQuery] = useState('')
  const [at, setAt] = useState(0)
  const wanted = useDeferredValue(query)
  const found = useMemo(() => (wanted.trim() ? findBlocks(project, wanted, language) : []), [project, wanted, language])

  const go = (to: number, hits = found) => {
    const index = (to + hits.length) % hits.length
    const hit = hits[index]
    if (!hit) return
    setAt(index)
    reveal({ blocks: [hit.block.number] })
  }
  const search = (text: string) => {
    setQuery(text)
    setAt(0)
    if (text.trim()) go(0, findBlocks(project, text, language))
  }
  const hit = found[at]
  return (
    <search className="absolute top-3 left-1/2 z-10 w-[min(420px,calc(100%-24px))] -translate-x-1/2 rounded-md bg-raised p-1 shadow-float">
      <div className="flex items-center gap-1">
        <input
          ref={(field) => field?.focus()}
          type="search"
          aria-label={t('find.label')}
          placeholder={t('find.placeholder')}
          value={query}
          onChange={({ target }) => search(target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') showFinder(false)
            else if (event.key === 'Enter') go(at + (event.shiftKey ? -1 : 1))
            else return
            event.preventDefault()
          }}
          className="h-8 min-w-0 flex-1 bg-transparent px-2 text-sm outline-none"
        />
        <output aria-live="polite" className="px-1 text-xs whitespace-nowrap text-faint">
          {query.trim() && (found.length ? t('find.count', { at: at + 1, count: found.length }) : t('find.none'))}
        </output>
        <IconButton
          small
          label={t('find.previous')}
          keys="Shift+Enter"
          disabled={!found.length}
          icon={<ChevronUp size={14} />}
          onClick={() => go(at - 1)}
        />
        <IconButton
          small
          label={t('find.next')}
          keys="Enter"
          disabled={!found.length}
          icon={<ChevronDown size={14} />}
          onClick={() => go(at + 1)}
        />
        <IconButton small label={t('find.close')} keys="Esc" icon={<X size={14} />} onClick={() => showFinder(false)} />
      </div>
      {hit?.context && <p className="truncate px-2 pb-1 text-xs text-muted">{hit.context}</p>}
    </search>
  )
}
