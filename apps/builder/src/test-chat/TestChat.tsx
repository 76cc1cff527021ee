import type { TestChat as Chat } from '@voronka/api'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError } from '../app/api-error.ts'
import { useLanguage } from '../app/language.ts'
import { useEditor, useEditorActions, useEditorStore } from '../editor/index.ts'
import { Button, Skeleton } from '../ui/index.ts'
import { BlocksColumn } from './BlocksColumn.tsx'
import { ChatColumn } from './ChatColumn.tsx'
import { ChatHead } from './ChatHead.tsx'
import { ClientState } from './ClientState.tsx'
import { ClockBar } from './ClockBar.tsx'
import { DetailsColumn } from './DetailsColumn.tsx'
import { draftSaved, DraftNotSaved } from './draft-saved.ts'
import { momentText } from './moments.ts'
import { Tabs, type Tab } from './Tabs.tsx'
import { turnPath } from './turn-path.ts'
import { shownTurn } from './turns.ts'
import { useFlowNames } from './use-flow-names.ts'
import { useNow } from './use-now.ts'
import { useTestChat, type TestChatState } from './use-test-chat.ts'
import { useWidth } from './use-width.ts'

interface TestChatProps {
  readonly projectId: number
  readonly onClose: () => void
}

/**
 * Talks to the draft as a made-up person, and shows what happened and why (builder-and-runtime, section 16). A column beside the canvas, the whole
 * screen on a telephone.
 */
export function TestChat({ projectId, onClose }: TestChatProps) {
  const { t } = useTranslation('test-chat')
  const store = useEditorStore()
  const actions = useEditorActions()
  const state = useTestChat(projectId, () => draftSaved(store, actions))
  const { width, edge } = useWidth()
  const { chat, error, reload } = state
  return (
    <aside
      aria-label={t('title')}
      className="@container relative flex h-full min-h-0 flex-none flex-col border-l border-line bg-surface max-md:fixed max-md:inset-0 max-md:z-40 max-md:w-full!"
      style={{ width }}
    >
      <div
        {...edge}
        aria-label={t('resize')}
        className="absolute inset-y-0 -left-1 z-10 w-2 cursor-col-resize touch-none hover:bg-accent/40 focus-visible:bg-accent/40 max-md:hidden"
      />
      {chat ? <OpenChat state={state} chat={chat} onClose={onClose} /> : <NotOpen error={error} onRetry={reload} onClose={onClose} />}
    </aside>
  )
}

function NotOpen({
  error,
  onRetry,
  onClose,
}: {
  readonly error: Error | null
  readonly onRetry: () => void
  readonly onClose: () => void
}) {
  const { t } = useTranslation('test-chat')
  return (
    <div className="flex flex-1 flex-col gap-2 p-4">
      {error ? (
        <div role="alert" className="m-auto flex max-w-72 flex-col items-center gap-3 text-center text-sm">
          <p className="font-medium">{t('failed')}</p>
          <p className="text-muted">{error.message}</p>
          <div className="flex gap-2">
            <Button look="primary" onClick={onRetry}>
              {t('retry')}
            </Button>
            <Button onClick={onClose}>{t('close')}</Button>
          </div>
        </div>
      ) : (
        <div role="status" aria-label={t('loading')} className="flex flex-1 flex-col gap-2">
          <Skeleton className="h-8" />
          <Skeleton className="mt-auto h-12 w-2/3" />
          <Skeleton className="h-8 w-1/2 self-end" />
          <Skeleton className="h-9" />
        </div>
      )}
    </div>
  )
}

function OpenChat({ state, chat, onClose }: { readonly state: TestChatState; readonly chat: Chat; readonly onClose: () => void }) {
  const { t } = useTranslation('test-chat')
  const language = useLanguage()
  const blocks = useEditor(({ project }) => project.blocks)
  const { reveal } = useEditorActions()
  const [tab, setTab] = useState<Tab>('chat')
  const [withBlocks, setWithBlocks] = useState(false)
  const [chosen, setChosen] = useState<number>()
  const [trouble, setTrouble] = useState<string>()
  const now = useNow() + state.skew
  const { zone } = chat.clock
  const names = useFlowNames(zone, now)
  const turn = shownTurn(chat.turns, chosen)
  useLitPath(chat, turn?.turn)

  /** Tells what went wrong where the person looks, and whether it went through. */
  const attempt = async (act: Promise<void>): Promise<boolean> => {
    setTrouble(undefined)
    try {
      await act
      return true
    } catch (error) {
      setTrouble(
        error instanceof DraftNotSaved
          ? t('chat.saveFailed')
          : t('chat.sendFailed', { why: error instanceof ApiError ? error.message : String(error) }),
      )
      return false
    }
  }
  const { actions } = state
  const send: typeof actions.send = async (event) => {
    setChosen(undefined)
    await actions.send(event)
  }
  const showBlock = (block: number) => reveal({ blocks: [block] })
  return (
    <>
      <ChatHead chat={chat} withBlocks={withBlocks} onBlocks={setWithBlocks} actions={actions} attempt={attempt} onClose={onClose} />
      <ClockBar
        clock={chat.clock}
        now={now}
        hasTimers={chat.pending.length > 0}
        language={language}
        onMove={(move) => void attempt(actions.moveClock(move))}
      />
      <ClientState
        client={chat.client}
        position={chat.position}
        blockName={names.block}
        moment={names.moment}
        now={now}
        onShow={showBlock}
      />
      <Tabs shown={tab} timers={chat.pending.length} onShow={setTab} />
      <div className="flex min-h-0 flex-1">
        <div
          className={`min-h-0 min-w-0 flex-col ${tab === 'blocks' ? 'flex flex-1' : 'hidden'} @min-[640px]:w-52 @min-[640px]:flex-none @min-[640px]:border-r @min-[640px]:border-line ${withBlocks ? '@min-[640px]:flex' : '@min-[640px]:hidden'}`}
        >
          <BlocksColumn
            blocks={blocks}
            language={language}
            current={chat.position}
            onShow={showBlock}
            onSend={(block) => {
              setTab('chat')
              void attempt(send({ kind: 'send-block', block }))
            }}
          />
        </div>
        <div className={`min-h-0 min-w-0 flex-1 flex-col ${tab === 'chat' ? 'flex' : 'hidden'} @min-[640px]:flex`}>
          <ChatColumn
            chat={chat}
            sending={state.sending}
            saving={state.saving}
            trouble={trouble}
            selectedTurn={turn?.turn.id}
            blockName={names.block}
            time={(moment) => momentText(Date.parse(moment), zone, now, language)}
            onSelect={(id, block) => {
              if (id !== null) setChosen(id)
              if (block !== null) showBlock(block)
            }}
            onSend={(event) => attempt(send(event))}
          />
        </div>
        <div
          className={`min-h-0 min-w-0 flex-1 flex-col @min-[640px]:border-l @min-[640px]:border-line ${tab === 'chat' || tab === 'blocks' ? 'hidden' : 'flex'} @min-[640px]:flex`}
        >
          <DetailsColumn
            chat={chat}
            shown={turn}
            tab={tab}
            onTab={setTab}
            onChoose={setChosen}
            names={names}
            now={now}
            actions={actions}
            attempt={attempt}
          />
        </div>
      </div>
    </>
  )
}

/** The way of the shown turn and the place of the client are lit on the canvas for as long as the test chat is open. */
function useLitPath({ position }: Chat, turn: Chat['turns'][number] | undefined): void {
  const { light } = useEditorActions()
  const trace = turn?.trace
  useEffect(() => {
    const { blocks, arrows } = trace ? turnPath(trace) : { blocks: [], arrows: [] }
    light({ blocks: new Set(blocks), arrows: new Set(arrows), current: position })
  }, [light, trace, position])
  useEffect(() => () => light({}), [light])
}
