import type { TestChat, TurnInfo } from '@voronka/api'
import { ChevronLeft, ChevronRight, HelpCircle } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useEditor, useEditorActions } from '../editor/index.ts'
import { IconButton } from '../ui/index.ts'
import type { ChatActions } from './chat-actions.ts'
import { TabList, type DetailsTab, type Tab } from './Tabs.tsx'
import { TimersPane } from './TimersPane.tsx'
import type { Names } from './trace-story.ts'
import { positionBefore } from './turns.ts'
import { TurnTrace } from './TurnTrace.tsx'
import { VariablesPane } from './VariablesPane.tsx'
import { whyNot } from './why-not.ts'

interface DetailsColumnProps {
  readonly chat: TestChat
  readonly shown: { readonly turn: TurnInfo; readonly index: number } | undefined
  readonly tab: Tab
  readonly onTab: (tab: DetailsTab) => void
  readonly onChoose: (turn: number | undefined) => void
  readonly names: Names
  readonly now: number
  readonly actions: ChatActions
  readonly attempt: (act: Promise<void>) => Promise<boolean>
}

/** What happened: the shown turn, the variables after it, and what is planned. */
export function DetailsColumn({ chat, shown, tab, onTab, onChoose, names, now, actions, attempt }: DetailsColumnProps) {
  const { reveal } = useEditorActions()
  const details: DetailsTab = tab === 'variables' || tab === 'timers' ? tab : 'trace'
  const show = ({ block, arrow }: { readonly block?: number; readonly arrow?: number }) =>
    reveal(arrow === undefined ? { blocks: block === undefined ? [] : [block] } : { arrow })
  return (
    <>
      <div className="hidden flex-none border-b border-line @min-[640px]:block">
        <TabList names={['trace', 'variables', 'timers']} shown={details} timers={chat.pending.length} onShow={onTab} />
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain">
        {details === 'trace' && <TracePane turns={chat.turns} shown={shown} names={names} onChoose={onChoose} onShow={show} />}
        {details === 'variables' && (
          <VariablesPane
            variables={chat.variables}
            changed={shown?.turn.changed ?? []}
            onSet={(scope, name, value) => void attempt(actions.setVariable(scope, name, value))}
          />
        )}
        {details === 'timers' && (
          <TimersPane
            pending={chat.pending}
            now={now}
            names={names}
            onRun={(id) => void attempt(actions.runPending(id))}
            onCancel={(id) => void attempt(actions.cancelPending(id))}
            onShow={(arrow) => reveal({ arrow })}
          />
        )}
      </div>
    </>
  )
}

interface TracePaneProps extends Pick<DetailsColumnProps, 'shown' | 'names' | 'onChoose'> {
  readonly turns: readonly TurnInfo[]
  readonly onShow: Parameters<typeof TurnTrace>[0]['onShow']
}

function TracePane({ turns, shown, names, onChoose, onShow }: TracePaneProps) {
  const { t } = useTranslation('test-chat')
  if (!shown) return <p className="p-4 text-center text-xs text-faint">{t('trace.none')}</p>
  const { turn, index } = shown
  return (
    <>
      <div className="sticky top-0 z-10 flex items-center gap-1 border-b border-line bg-surface px-2 py-1 text-xs text-muted">
        <IconButton
          small
          label={t('trace.previous')}
          icon={<ChevronLeft size={14} />}
          disabled={index === 0}
          onClick={() => onChoose(turns[index - 1]?.id)}
        />
        <span className="tabular-nums">{t('trace.turn', { number: index + 1, count: turns.length })}</span>
        <IconButton
          small
          label={t('trace.next')}
          icon={<ChevronRight size={14} />}
          disabled={index === turns.length - 1}
          onClick={() => onChoose(turns[index + 1]?.id)}
        />
        <span className="ml-auto tabular-nums">
          {t('trace.took', { ms: turn.took < 10 ? turn.took.toFixed(1) : Math.round(turn.took) })}
        </span>
      </div>
      <WhyNot turn={turn} position={positionBefore(turns, index)} names={names} />
      <TurnTrace turn={turn} names={names} onShow={onShow} />
    </>
  )
}

/** Whatever one thing is selected on the canvas: why it did not fire in this turn, or that it did. */
function WhyNot({ turn, position, names }: { readonly turn: TurnInfo; readonly position: number | null; readonly names: Names }) {
  const { t } = useTranslation('test-chat')
  const { blocks, arrows } = useEditor(({ selection }) => selection)
  const project = useEditor((state) => state.project)
  const [block] = blocks
  const [arrow] = arrows
  if (blocks.size + arrows.size !== 1) return null
  const asked = arrow === undefined ? { block: block ?? 0 } : { arrow }
  return (
    <section aria-label={t('trace.whyNot')} className="mx-3 mt-2 flex items-start gap-1.5 rounded-md bg-accent-soft px-2 py-1.5 text-xs">
      <HelpCircle aria-hidden className="mt-px size-3.5 flex-none text-accent" />
      <p className="min-w-0 wrap-anywhere">
        <span className="font-medium">{arrow === undefined ? names.block(block ?? 0) : names.arrow(arrow)}.</span>{' '}
        {whyNot(asked, turn.trace, project, position, names, t)}
      </p>
    </section>
  )
}
