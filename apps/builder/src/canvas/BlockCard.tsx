import { attachmentKindWords, blockTitle, blockTypeWords, hasNothingSet, isNothing, matchTypeWords } from '@voronka/flow'
import clsx from 'clsx'
import { BellOff, Braces, Filter, Lock, MousePointerClick, Paperclip, Repeat1, Webhook } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/language.ts'
import { toast } from '../ui/index.ts'
import { blockLooks, matchGlyphs } from './block-looks.ts'
import { rows } from './card-layout.ts'
import type { BlockData } from './derive-nodes.ts'
import { ProblemBadge } from './ProblemBadge.tsx'

/** A block in full. Its parts are exactly as high as `cardLayout` says. */
export function BlockCard({ data }: { data: BlockData }) {
  const { t } = useTranslation('canvas')
  const { block, layout } = data
  if (block.type === 'comment') return <Note data={data} />
  const silent =
    layout.textLines === 0 && !layout.buttons.length && !layout.script.length && !layout.attachments && !block.buttonCode.trim()
  return (
    <article className="flex size-full flex-col overflow-hidden rounded-[5px]">
      <Header data={data} />
      {layout.condition && <Condition data={data} />}
      {layout.textLines > 0 && (
        <p className="mx-3 my-2 text-xs leading-[18px] break-words whitespace-pre-line" style={clamp(layout.textLines)}>
          {block.text.trim()}
        </p>
      )}
      {layout.attachments && <Attachments data={data} />}
      {layout.buttons.length > 0 && (
        <ul className="pb-2">
          {layout.buttons.map(({ id, text, url, callback, action }) => (
            <li key={id} className="flex items-center px-3" style={{ height: rows.button }}>
              <span className="flex h-6 min-w-0 flex-1 items-center justify-center gap-1 rounded-sm border border-line bg-sunken px-2 text-xs">
                <span className="truncate">{text || (action === 'url' ? url : callback) || '…'}</span>
              </span>
            </li>
          ))}
          {layout.moreButtons > 0 && (
            <li className="px-3 text-center text-xs text-faint" style={{ height: rows.button, lineHeight: `${rows.button}px` }}>
              {t('card.moreButtons', { count: layout.moreButtons })}
            </li>
          )}
        </ul>
      )}
      {layout.script.length > 0 && (
        <pre className="mt-auto overflow-hidden border-t border-line bg-sunken px-3 py-1.5 font-mono text-2xs text-muted">
          {layout.script.map((line, index) => (
            <div key={index} className="truncate">
              {line}
            </div>
          ))}
        </pre>
      )}
      {silent && !layout.condition && <p className="px-3 text-xs leading-7 text-faint">{t('card.saysNothing')}</p>}
    </article>
  )
}

function Header({ data: { block, problems } }: { data: BlockData }) {
  const { t } = useTranslation('canvas')
  const language = useLanguage()
  const { icon: Icon, strip } = blockLooks[block.type]
  const title = blockTitle(block, language)
  const named = block.name.trim() !== '' || !isNothing(block.text)
  return (
    <header
      className={clsx('flex shrink-0 items-center gap-2 border-b border-line px-2.5', strip)}
      style={{ height: rows.header }}
      title={blockTypeWords[block.type][language]}
    >
      <Icon size={14} aria-label={blockTypeWords[block.type][language]} className="shrink-0" />
      <button
        type="button"
        className="nodrag nopan shrink-0 rounded-sm px-0.5 text-sm font-bold tabular-nums hover:underline"
        aria-label={t('card.copyNumber', { number: block.number })}
        tabIndex={-1}
        onClick={(event) => {
          event.stopPropagation()
          void navigator.clipboard.writeText(String(block.number))
          toast(t('card.numberCopied', { number: block.number }), { duration: 1500 })
        }}
      >
        {block.number}
      </button>
      <span className={clsx('min-w-0 flex-1 truncate text-sm', !named && 'opacity-75')}>{title}</span>
      <Badges block={block} />
      <ProblemBadge problems={problems} />
    </header>
  )
}

/** Small signs of what is set and would not be seen otherwise. */
function Badges({ block }: { block: BlockData['block'] }) {
  const { t } = useTranslation('canvas')
  const conditional = block.type === 'start' || block.type === 'nonstate_cond'
  const signs: [shown: boolean, icon: LucideIcon, text: string][] = [
    [conditional && block.answerOnce, Repeat1, t('badge.answerOnce')],
    [conditional && block.callbackOnly, Webhook, t('badge.callbackOnly')],
    [block.buttonCode.trim() !== '', Braces, t('badge.buttonCode')],
    [!block.showButtons, MousePointerClick, t('badge.buttonsHidden')],
    [block.silent, BellOff, t('badge.silent')],
    [block.protect, Lock, t('badge.protect')],
  ]
  return signs.map(([shown, Icon, text]) => shown && <Icon key={text} size={13} aria-label={text} className="shrink-0 opacity-80" />)
}

function Condition({ data: { block } }: { data: BlockData }) {
  const { t } = useTranslation('canvas')
  const language = useLanguage()
  const empty = hasNothingSet(block)
  const compares = isNothing(block.condition)
  const says = empty ? t('card.anyMessage') : compares ? block.compare.trim() : block.condition.trim()
  return (
    <div className="flex shrink-0 items-center gap-1.5 border-b border-line px-3 text-xs" style={{ height: rows.chip }}>
      <Filter size={12} className="shrink-0 text-faint" aria-hidden />
      {!compares && (
        <span className="shrink-0 font-mono text-accent" title={matchTypeWords[block.matchType][language]}>
          {matchGlyphs[block.matchType]}
        </span>
      )}
      <span className={clsx('truncate', empty && 'text-faint')}>{says}</span>
      {block.priority !== 10 && <span className="ml-auto shrink-0 text-muted">↑{block.priority}</span>}
    </div>
  )
}

function Attachments({ data: { block } }: { data: BlockData }) {
  const language = useLanguage()
  const [first] = block.attachments
  return (
    <div className="flex shrink-0 items-center gap-1.5 px-3 text-xs text-muted" style={{ height: rows.chip }}>
      <Paperclip size={12} aria-hidden className="shrink-0" />
      <span className="truncate">
        {attachmentKindWords[block.attachmentKind][language]}
        {block.attachments.length > 1 ? ` × ${block.attachments.length}` : `: ${first?.name || first?.url || '…'}`}
      </span>
    </div>
  )
}

function Note({ data }: { data: BlockData }) {
  const { block, layout } = data
  return (
    <article className="size-full overflow-hidden rounded-[5px] bg-kind-comment/45">
      <Header data={data} />
      <p className="mx-3 my-2 text-xs leading-[18px] break-words whitespace-pre-line" style={clamp(layout.textLines)}>
        {block.text.trim()}
      </p>
    </article>
  )
}

/** Exactly that many lines, the last one with dots when there is more. */
const clamp = (lines: number) => ({
  display: '-webkit-box',
  WebkitBoxOrient: 'vertical' as const,
  WebkitLineClamp: lines,
  overflow: 'hidden',
  height: lines * rows.line,
  flexShrink: 0,
})
