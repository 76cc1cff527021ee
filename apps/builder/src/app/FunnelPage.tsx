import { useNavigate, useSearch } from '@tanstack/react-router'
import { FlaskConical } from 'lucide-react'
import { lazy, Suspense, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import {
  Announcer,
  Canvas,
  CanvasControls,
  ConnectPicker,
  EmptyFunnel,
  Finder,
  FunnelDrawer,
  KeysDialog,
  Outline,
  SheetTabs,
  useClipboard,
  useCommandContext,
  useCommandKeys,
} from '../canvas/index.ts'
import { useEditor, useEditorActions, useEditorStore, useProjectId } from '../editor/index.ts'
import { Button } from '../ui/index.ts'
import { useNarrow } from './use-narrow.ts'
import { useWorkspace } from './workspace.ts'

const loadPanel = () => import('../panel/index.ts').then(({ Panel }) => ({ default: Panel }))
const loadTestChat = () => import('../test-chat/index.ts').then(({ TestChat }) => ({ default: TestChat }))
const loadCodeEditor = () => import('../calculator-editor/CodeEditor.tsx')
const Panel = lazy(loadPanel)
const TestChat = lazy(loadTestChat)

/** The funnel: canvas in the middle, what is selected at the right, the test chat as a third column. On a telephone a list in place of the canvas. */
export function FunnelPage() {
  const context = useCommandContext()
  const projectId = useProjectId()
  const narrow = useNarrow()
  const { test } = useSearch({ from: '/p/$projectId/_editor/' })
  const selected = useEditor(({ selection }) => selection.blocks.size + selection.arrows.size > 0)
  const readOnly = useEditor((state) => state.readOnly)
  const finder = useWorkspace((state) => state.finder)
  const dialog = useWorkspace((state) => state.dialog)
  const empty = useEditor(({ project }) => project.blocks.length === 0)
  useDeepLinks()
  useCommandKeys(context)
  useClipboard(context)
  useFetchAhead()

  return (
    <div className="relative flex size-full min-w-0">
      {!narrow && <FunnelDrawer floating={test === 1} />}
      <main className="@container relative min-w-0 flex-1 overflow-hidden">
        {narrow ? <Outline context={context} /> : <Canvas />}
        {empty && <EmptyFunnel context={context} />}
        {!narrow && <CanvasControls context={context} />}
        {!narrow && <SheetTabs context={context} />}
        {finder && <Finder />}
        {!test && !readOnly && <TestButton onClick={context.toggleTest} />}
      </main>
      {selected && (
        <div data-panel className="contents">
          <Suspense fallback={<div className="w-95 border-l border-line bg-surface" />}>
            <Panel />
          </Suspense>
        </div>
      )}
      {test === 1 && !readOnly && (
        <Suspense fallback={<div className="w-100 border-l border-line bg-surface" />}>
          <TestChat projectId={projectId} onClose={context.toggleTest} />
        </Suspense>
      )}
      {narrow && <FunnelDrawer />}
      <ConnectPicker context={context} />
      <Announcer />
      {dialog === 'keys' && <KeysDialog />}
    </div>
  )
}

/** The canvas is drawn first; the code of what opens beside it comes right after, so that editing goes on when the connection is lost. */
function useFetchAhead(): void {
  useEffect(() => {
    const timer = setTimeout(() => void Promise.allSettled([loadPanel(), loadTestChat(), loadCodeEditor()]), 300)
    return () => clearTimeout(timer)
  }, [])
}

function TestButton({ onClick }: { onClick(): void }) {
  const { t } = useTranslation('canvas')
  return (
    <Button
      look="primary"
      icon={<FlaskConical size={14} aria-hidden />}
      className="absolute right-3 bottom-3 shadow-float sm:top-3 sm:bottom-auto"
      title={t('command.test')}
      onClick={onClick}
    >
      {t('test')}
    </Button>
  )
}

/** The address names what is selected, so that it can be sent to a colleague; opened, it shows it. */
function useDeepLinks(): void {
  const { block, arrow } = useSearch({ from: '/p/$projectId/_editor/' })
  const navigate = useNavigate()
  const store = useEditorStore()
  const { reveal } = useEditorActions()

  useEffect(() => {
    const { blocks, arrows } = store.getState().selection
    if (block !== undefined && !blocks.has(block)) reveal({ blocks: [block] })
    else if (arrow !== undefined && !arrows.has(arrow)) reveal({ arrow })
  }, [block, arrow, reveal, store])

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const name = () => {
      const { blocks, arrows } = store.getState().selection
      const only = blocks.size + arrows.size === 1
      const [one] = only ? blocks : []
      const [other] = only ? arrows : []
      void navigate({ to: '.', search: (search) => ({ ...search, block: one, arrow: other }), replace: true })
    }
    // Not at every step of a selection that is being drawn.
    const stop = store.subscribe(({ selection }, former) => {
      if (selection === former.selection) return
      clearTimeout(timer)
      timer = setTimeout(name, 150)
    })
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [navigate, store])
}
