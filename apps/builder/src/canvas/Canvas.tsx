import { memo, useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Background, BackgroundVariant, ReactFlow, ReactFlowProvider } from 'reactflow'
import type { OnMove } from 'reactflow'
import { useEditor } from '../editor/index.ts'
import { PointMenu } from '../ui/index.ts'
import { useBlockMenu, useMenuOf } from './block-menu.ts'
import './canvas.css'
import { useCanvas } from './canvas-view.ts'
import type { CommandContext } from './commands.ts'
import { ConnectionLine } from './ConnectionLine.tsx'
import type { ArrowEdgeType } from './derive-edges.ts'
import type { BlockNodeType } from './derive-nodes.ts'
import { edgeTypes, nodeTypes } from './element-types.ts'
import { HoverTools } from './HoverTools.tsx'
import { detailAt, DetailContext } from './level-of-detail.ts'
import type { Detail } from './level-of-detail.ts'
import { nothingDragged, useCanvasHandlers } from './use-canvas-handlers.ts'
import type { Dragged, MenuPlace } from './use-canvas-handlers.ts'
import { useCommandContext } from './use-commands.ts'
import { useElements } from './use-elements.ts'
import { useView } from './use-view.ts'

/** The drawing of the funnel: the blocks and arrows of one sheet. */
export const Canvas = () => (
  <ReactFlowProvider>
    <Drawing />
  </ReactFlowProvider>
)

function Drawing() {
  const { t } = useTranslation('canvas')
  const context = useCommandContext()
  const [farness, setFarness] = useState<Detail>()
  const [dragged, setDragged] = useState<Dragged>(nothingDragged)
  const [menu, setMenu] = useState<MenuPlace>()
  const { nodes, edges } = useElements(dragged)
  const readOnly = useEditor((state) => state.readOnly)
  const { measure, startView, onMoveEnd } = useView()
  const handlers = useCanvasHandlers(context, setDragged, setMenu)
  const closeMenu = useCallback(() => setMenu(undefined), [])
  const onMove = useCallback<OnMove>((_event, viewport) => {
    setFarness(detailAt(viewport.zoom))
    useCanvas.setState({ viewport })
  }, [])
  const detail = farness ?? detailAt(startView?.zoom ?? 1)

  return (
    <DetailContext value={detail}>
      <div ref={measure} className="size-full" role="region" aria-label={t('canvas')} data-detail={detail}>
        {startView && (
          <ReactFlow<BlockNodeType, ArrowEdgeType>
            {...handlers}
            nodes={nodes}
            edges={edges}
            nodeTypes={nodeTypes}
            edgeTypes={edgeTypes}
            defaultViewport={startView}
            onMove={onMove}
            onMoveEnd={onMoveEnd}
            nodesDraggable={!readOnly}
            nodesConnectable={!readOnly}
            edgesReconnectable={!readOnly}
            connectionLineComponent={ConnectionLine}
            connectionRadius={0}
            reconnectRadius={14}
            onlyRenderVisibleElements
            nodesFocusable={false}
            edgesFocusable={false}
            disableKeyboardA11y
            autoPanOnNodeFocus={false}
            deleteKeyCode={null}
            selectionKeyCode="Shift"
            multiSelectionKeyCode={addingKeys}
            selectNodesOnDrag={false}
            zoomOnDoubleClick={false}
            minZoom={0.05}
            maxZoom={2}
            elevateEdgesOnSelect
            attributionPosition="bottom-center"
          >
            <Background variant={BackgroundVariant.Dots} gap={20} size={1} />
            <HoverTools hidden={readOnly || dragged !== nothingDragged} detail={detail} />
          </ReactFlow>
        )}
        <CanvasMenu at={menu} context={context} onClose={closeMenu} />
      </div>
    </DetailContext>
  )
}

const addingKeys = ['Shift', 'Control', 'Meta']

/** The menu of the right mouse button. */
const CanvasMenu = memo(function CanvasMenu({
  at,
  context,
  onClose,
}: {
  at: MenuPlace | undefined
  context: CommandContext
  onClose(): void
}) {
  const blockMenu = useBlockMenu(context)
  const menuOf = useMenuOf(context)
  const items = at?.on === 'block' ? blockMenu : menuOf(['newBlock', 'paste', 'line', 'selectAll', 'fit', 'line', 'undo', 'redo'])
  return <PointMenu at={at} onClose={onClose} items={items} />
})
