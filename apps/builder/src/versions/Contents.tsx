import { arrowTitle, blockTitle, blockTypeWords, isNothing } from '@voronka/flow'
import type { Arrow, Block, Project } from '@voronka/flow'
import { CornerDownRight } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/language.ts'
import { indexOf } from '../editor/index.ts'
import { Button } from '../ui/index.ts'

const mostShown = 100

/** What is in a document, to read: its blocks by sheet, what each says, and where its arrows lead. */
export function Contents({ project }: { readonly project: Project }) {
  const { t } = useTranslation('versions')
  const [shown, setShown] = useState(mostShown)
  const { from } = indexOf(project)
  const bySheet = project.sheets.flatMap(({ id }) => project.blocks.filter(({ sheet }) => sheet === id)).slice(0, shown)
  return (
    <div className="flex flex-col gap-4">
      {project.sheets.map(({ id, name }) => {
        const part = bySheet.filter(({ sheet }) => sheet === id)
        if (!part.length) return null
        return (
          <section key={id} aria-label={t('sheet', { name })}>
            {project.sheets.length > 1 && <h3 className="mb-1 text-xs font-medium text-muted">{t('sheet', { name })}</h3>}
            <ul className="flex flex-col gap-1">
              {part.map((block) => (
                <BlockRow key={block.number} block={block} arrows={from.get(block.number) ?? []} />
              ))}
            </ul>
          </section>
        )
      })}
      {project.blocks.length > shown && (
        <Button className="self-start" onClick={() => setShown(shown + 500)}>
          {t('showAll', { count: project.blocks.length - shown })}
        </Button>
      )}
    </div>
  )
}

function BlockRow({ block, arrows }: { readonly block: Block; readonly arrows: readonly Arrow[] }) {
  const { t } = useTranslation('versions')
  const language = useLanguage()
  return (
    <li className="rounded-md border border-line bg-surface px-3 py-2 text-sm">
      <div className="flex items-baseline gap-2">
        <span className="shrink-0 text-faint tabular-nums">{block.number}</span>
        <span className="min-w-0 font-medium wrap-anywhere">{blockTitle(block, language)}</span>
        <span className="ml-auto shrink-0 text-xs text-faint">{blockTypeWords[block.type][language]}</span>
      </div>
      {!isNothing(block.text) && <p className="line-clamp-3 whitespace-pre-wrap wrap-anywhere text-muted">{block.text}</p>}
      {block.calculator.trim() && (
        <pre className="mt-1 line-clamp-4 font-mono text-xs wrap-anywhere whitespace-pre-wrap text-muted">{block.calculator}</pre>
      )}
      {arrows.length > 0 && (
        <ul className="mt-1 flex flex-col text-xs text-muted" aria-label={t('kinds.arrow')}>
          {arrows.map((arrow) => (
            <li key={arrow.id} className="flex items-start gap-1">
              <CornerDownRight size={12} aria-hidden className="mt-0.5 shrink-0 text-faint" />
              <span className="min-w-0 wrap-anywhere">
                {arrowTitle(arrow, language)} → {arrow.to}
              </span>
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}
