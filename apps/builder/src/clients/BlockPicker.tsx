import { blockTitle } from '@voronka/flow'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/language.ts'
import { useProject } from '../app/project-context.tsx'
import { Button, Dialog, Skeleton, TextInput } from '../ui/index.ts'
import { blockNamesQuery } from './block-names-query.ts'

const mostShown = 50

interface BlockPickerProps {
  /** What is done with the block; by default one client is sent it. */
  readonly title?: string
  readonly about?: string
  readonly choose?: string
  onChoose(block: number): void
  onClose(): void
}

/** A block of the funnel, found by number, name or text. Without the funnel, its number is written. */
export function BlockPicker({ title, about, choose, onChoose, onClose }: BlockPickerProps) {
  const { t } = useTranslation('clients')
  const { id: projectId, rights } = useProject()
  const language = useLanguage()
  const [search, setSearch] = useState('')
  const seesFunnel = rights.may('funnel')
  const { data: draft } = useQuery({ ...blockNamesQuery(projectId), enabled: seesFunnel })
  const wanted = search.trim().toLowerCase()
  const blocks = (draft?.blocks ?? [])
    .filter(({ type }) => type !== 'comment')
    .filter(
      (block) =>
        !wanted ||
        String(block.number) === wanted ||
        block.name.toLowerCase().includes(wanted) ||
        block.text.toLowerCase().includes(wanted),
    )
  const number = /^[1-9]\d{0,8}$/.test(wanted) ? Number(wanted) : undefined
  return (
    <Dialog open onClose={onClose} title={title ?? t('block.title')} about={about ?? t('block.about')}>
      <form
        className="flex flex-col gap-2 pb-3"
        onSubmit={(event) => {
          event.preventDefault()
          const [only] = blocks
          if (blocks.length === 1 && only) onChoose(only.number)
          else if (!seesFunnel && number !== undefined) onChoose(number)
        }}
      >
        <TextInput label={t(seesFunnel ? 'block.search' : 'block.number')} value={search} onChange={setSearch} />
        {!seesFunnel ? (
          <Button type="submit" look="primary" className="self-end" disabled={number === undefined}>
            {choose ?? t('block.send')}
          </Button>
        ) : draft ? (
          <ul className="flex max-h-80 flex-col overflow-y-auto">
            {blocks.slice(0, mostShown).map((block) => (
              <li key={block.number}>
                <button
                  type="button"
                  className="flex w-full items-baseline gap-2 rounded-md px-2 py-1.5 text-left text-sm hover:bg-hover"
                  onClick={() => onChoose(block.number)}
                >
                  <span className="w-8 shrink-0 text-right text-xs text-faint tabular-nums">{block.number}</span>
                  <span className="min-w-0 truncate">{blockTitle(block, language)}</span>
                </button>
              </li>
            ))}
            {!blocks.length && <li className="py-4 text-center text-sm text-faint">{t('block.none')}</li>}
          </ul>
        ) : (
          <Skeleton className="h-40" />
        )}
      </form>
    </Dialog>
  )
}
