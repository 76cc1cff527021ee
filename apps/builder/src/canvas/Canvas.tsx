import { connect, connectToNewBlock, moveBlocks, reconnect } from '@voronka/flow'
import type { Point } from '@voronka/flow'
import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Background, BackgroundVariant, ReactFlow, ReactFlowProvider, useReactFlow } from 'reactflow'
import type { OnConnectEnd, OnEdgesChange, OnNodesChange } from 'reactflow'
import { useEditorActions, useEditorStore } from '../editor/index.ts'
import { PointMenu } from '../ui/index.ts'
import { useBlockMenu, useMenuOf } from './block-menu.ts'
import './canvas.css'
import { buttonOfKnob, cardWidth } from './card-layout.ts'
import { useCanvas } from './canvas-view.ts'
import { createAndShow, createBlock } from './commands.ts'
import { ConnectionLine } from './ConnectionLine.tsx'
import type { ArrowEdgeType } from './derive-edges.ts'
import type { BlockNodeType } from './derive-nodes.ts'
import { edgeTypes, nodeTypes } from './element-types.ts'
import { HoverTools } from './HoverTools.tsx'
import { detailAt, DetailContext } from './level-of-detail.ts'
import type { Detail } from './level-of-detail.ts'
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
  const { edit, select } = useEditorActions()
  const store = useEditorStore()
  const { screenToFlowPosition } = useReactFlow()
  const [detail, setDetail] = useState<Detail>()
  const [dragged, setDragged] = useState<ReadonlyMap<number, Point>>(noDrag)
  const [menu, setMenu] = useState<{ x: number; y: number; on: 'block' | 'pane' }>()
  const { nodes, edges } = useElements(dragged)
  const { measure, startView, onMoveEnd } = useView()
  const shownDetail = detail ?? detailAt(startView?.zoom ?? 1)
  const blockMenu = useBlockMenu(context)
  const menuOf = useMenuOf(context)

  const onNodesChange = useCallback<OnNodesChange<BlockNodeType>>(
    (changes) => {
      const moving = changes.flatMap((change) =>
        change.type === 'position' && change.dragging && change.position ? [[Number(change.id), change.position] as const] : [],
      )
      if (moving.length) setDragged(new Map(moving))
      const chosen = changes.flatMap((change) => (change.type === 'select' ? [[Number(change.id), change.selected] as const] : []))
      if (!chosen.length) return
      const blocks = new Set(store.getState().selection.blocks)
      for (const [number, selected] of chosen) {
        if (selected) blocks.add(number)
        else blocks.delete(number)
      }
      select({ blocks, arrows: store.getState().selection.arrows })
    },
    [select, store],
  )

  const onEdgesChange = useCallback<OnEdgesChange<ArrowEdgeType>>(
    (changes) => {
      const chosen = changes.flatMap((change) => (change.type === 'select' ? [[Number(change.id), change.selected] as const] : []))
      if (!chosen.length) return
      const arrows = new Set(store.getState().selection.arrows)
      for (const [id, selected] of chosen) {
        if (selected) arrows.add(id)
        else arrows.delete(id)
      }
      select({ blocks: store.getState().selection.blocks, arrows })
    },
    [select, store],
  )

  /** One drag is one step: the document hears of it here, whatever happened on the way. */
  const endDrag = useCallback(
    (moved: readonly BlockNodeType[]) => {
      const [first] = moved
      setDragged(noDrag)
      if (!first) return
      const { block } = first.data
      const by = { x: Math.round(first.position.x) - block.x, y: Math.round(first.position.y) - block.y }
      if (by.x || by.y)
        edit((project) =>
          moveBlocks(
            project,
            moved.map(({ id }) => Number(id)),
            by,
          ),
        )
    },
    [edit],
  )

  const onConnectEnd = useCallback<OnConnectEnd>(
    (event, { fromNode, fromHandle }) => {
      if (!fromNode) return
      const { clientX: x, clientY: y } = 'changedTouches' in event ? (event.changedTouches[0] ?? { clientX: 0, clientY: 0 }) : event
      const from = Number(fromNode.id)
      const fromButton = buttonOfKnob(fromHandle?.id)
      const under = document.elementFromPoint(x, y)
      const target = under?.closest<HTMLElement>('.react-flow__node')?.dataset.id
      if (target !== undefined) {
        const isNote = store.getState().project.blocks.some(({ number, type }) => number === Number(target) && type === 'comment')
        if (!isNote) createAndShow(context, (project) => connect(project, from, Number(target), { fromButton }))
      } else if (under?.closest('.react-flow__pane')) {
        const at = screenToFlowPosition({ x, y })
        createAndShow(context, (project) =>
          connectToNewBlock(project, from, { x: Math.round(at.x - cardWidth / 2), y: Math.round(at.y) }, { fromButton }),
        )
      }
    },
    [context, screenToFlowPosition, store],
  )

  return (
    <DetailContext value={shownDetail}>
      <div ref={measure} className="size-full" role="region" aria-label={t('canvas')} data-detail={shownDetail}>
        {startView && (
          <ReactFlow<BlockNodeType, ArrowEdgeType>
            nodes={nodes}
            edges={edges}
            nodeTypes={nodeTypes}
            edgeTypes={edgeTypes}
            defaultViewport={startView}
            onNodesChange={onNodesChange}
            onEdgesChange={onEdgesChange}
            onNodeDragStart={() => useCanvas.setState({ hovered: undefined })}
            onNodeDragStop={(_event, _node, moved) => endDrag(moved)}
            onSelectionDragStop={(_event, moved) => endDrag(moved)}
            onConnectEnd={onConnectEnd}
            onReconnect={(edge, { source, target }) =>
              edit((project) => reconnect(project, Number(edge.id), { from: Number(source), to: Number(target) }))
            }
            reconnectRadius={14}
            onMove={(_event, viewport) => {
              setDetail(detailAt(viewport.zoom))
              useCanvas.setState({ viewport })
            }}
            onMoveEnd={onMoveEnd}
            onDoubleClick={(event) => {
              if (!(event.target instanceof Element) || !event.target.classList.contains('react-flow__pane')) return
              const { x, y } = screenToFlowPosition({ x: event.clientX, y: event.clientY })
              createBlock(context, { x: x - cardWidth / 2, y: y - 20 })
            }}
            onNodeMouseEnter={(_event, { id }) => useCanvas.setState({ hovered: Number(id) })}
            onNodeContextMenu={(event, { id }) => {
              event.preventDefault()
              if (!store.getState().selection.blocks.has(Number(id))) select({ blocks: [Number(id)] })
              setMenu({ x: event.clientX, y: event.clientY, on: 'block' })
            }}
            onSelectionContextMenu={(event) => {
              event.preventDefault()
              setMenu({ x: event.clientX, y: event.clientY, on: 'block' })
            }}
            onPaneContextMenu={(event) => {
              event.preventDefault()
              setMenu({ x: event.clientX, y: event.clientY, on: 'pane' })
            }}
            connectionLineComponent={ConnectionLine}
            connectionRadius={0}
            onlyRenderVisibleElements
            nodesFocusable={false}
            edgesFocusable={false}
            disableKeyboardA11y
            autoPanOnNodeFocus={false}
            deleteKeyCode={null}
            selectionKeyCode="Shift"
            multiSelectionKeyCode={['Shift', 'Control', 'Meta']}
            selectNodesOnDrag={false}
            zoomOnDoubleClick={false}
            panOnScroll={false}
            minZoom={0.05}
            maxZoom={2}
            elevateEdgesOnSelect
            attributionPosition="bottom-center"
          >
            <Background variant={BackgroundVariant.Dots} gap={20} size={1} />
            <HoverTools hidden={dragged !== noDrag} detail={shownDetail} />
          </ReactFlow>
        )}
        <PointMenu
          at={menu}
          onClose={() => setMenu(undefined)}
          items={menu?.on === 'block' ? blockMenu : menuOf(['newBlock', 'paste', 'line', 'selectAll', 'fit', 'line', 'undo', 'redo'])}
        />
      </div>
    </DetailContext>
  )
}

const noDrag: ReadonlyMap<number, Point> = new Map()
