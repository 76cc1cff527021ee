import { connect, connectToNewBlock, moveBlocks, reconnect } from '@voronka/flow'
import type { Point } from '@voronka/flow'
import { useMemo } from 'react'
import type { MouseEvent } from 'react'
import { useReactFlow } from 'reactflow'
import type { EdgeChange, NodeChange, OnConnectEnd, ReactFlowProps } from 'reactflow'
import { buttonOfKnob, cardWidth } from './card-layout.ts'
import { useCanvas } from './canvas-view.ts'
import { createAndShow, createBlock } from './commands.ts'
import type { CommandContext } from './commands.ts'
import type { ArrowEdgeType } from './derive-edges.ts'
import type { BlockNodeType } from './derive-nodes.ts'

export interface MenuPlace {
  readonly x: number
  readonly y: number
  readonly on: 'block' | 'pane'
}

export type Dragged = ReadonlyMap<number, Point>
export const nothingDragged: Dragged = new Map()

type Handlers = Partial<ReactFlowProps<BlockNodeType, ArrowEdgeType>>

/**
 * What the mouse does on the canvas. The handlers never change: with a new one React Flow would draw every block and arrow again, at every
 * step of a drag.
 */
export function useCanvasHandlers(
  context: CommandContext,
  drag: (dragged: Dragged) => void,
  openMenu: (place: MenuPlace) => void,
): Handlers {
  const { screenToFlowPosition } = useReactFlow()
  return useMemo(() => {
    const at = (x: number, y: number, shift: Point = { x: 0, y: 0 }): Point => {
      const place = screenToFlowPosition({ x, y })
      return { x: Math.round(place.x + shift.x), y: Math.round(place.y + shift.y) }
    }
    return {
      ...selecting(context),
      ...dragging(context, drag),
      ...menus(context, openMenu),
      ...connecting(context, at),
      onNodeMouseEnter: (_event, { id }) => useCanvas.setState({ hovered: Number(id) }),
      onDoubleClick: ({ target, clientX, clientY }) => {
        if (target instanceof Element && target.classList.contains('react-flow__pane'))
          createBlock(context, at(clientX, clientY, { x: -cardWidth / 2, y: -20 }))
      },
    } satisfies Handlers
  }, [context, drag, openMenu, screenToFlowPosition])
}

/** React Flow tells of selections one by one; the store holds them as a whole. */
const selecting = ({ store, actions }: CommandContext): Handlers => ({
  onEdgesChange: (changes: EdgeChange<ArrowEdgeType>[]) => {
    const arrows = new Set(store.getState().selection.arrows)
    if (choose(changes, arrows)) actions.select({ blocks: store.getState().selection.blocks, arrows })
  },
})

function choose(changes: readonly (NodeChange<BlockNodeType> | EdgeChange<ArrowEdgeType>)[], chosen: Set<number>): boolean {
  let any = false
  for (const change of changes) {
    if (change.type !== 'select') continue
    any = true
    if (change.selected) chosen.add(Number(change.id))
    else chosen.delete(Number(change.id))
  }
  return any
}

/** One drag is one step: while the pointer moves the places live outside the document, which hears of them once, at the end. */
function dragging({ store, actions }: CommandContext, drag: (dragged: Dragged) => void): Handlers {
  const drop = (moved: readonly BlockNodeType[]) => {
    drag(nothingDragged)
    const [first] = moved
    if (!first) return
    const { block } = first.data
    const by = { x: Math.round(first.position.x) - block.x, y: Math.round(first.position.y) - block.y }
    const numbers = moved.map(({ id }) => Number(id))
    if (by.x || by.y) actions.edit((project) => moveBlocks(project, numbers, by))
  }
  return {
    onNodesChange: (changes: NodeChange<BlockNodeType>[]) => {
      const places = new Map<number, Point>()
      for (const change of changes)
        if (change.type === 'position' && change.dragging && change.position) places.set(Number(change.id), change.position)
      if (places.size) drag(places)
      const blocks = new Set(store.getState().selection.blocks)
      if (choose(changes, blocks)) actions.select({ blocks, arrows: store.getState().selection.arrows })
    },
    onNodeDragStart: () => useCanvas.setState({ hovered: undefined }),
    onNodeDragStop: (_event, _node, moved) => drop(moved),
    onSelectionDragStop: (_event, moved) => drop(moved),
  }
}

function menus({ store, actions }: CommandContext, openMenu: (place: MenuPlace) => void): Handlers {
  const open = (event: MouseEvent | globalThis.MouseEvent, on: MenuPlace['on']) => {
    event.preventDefault()
    openMenu({ x: event.clientX, y: event.clientY, on })
  }
  return {
    onNodeContextMenu: (event, { id }) => {
      if (!store.getState().selection.blocks.has(Number(id))) actions.select({ blocks: [Number(id)] })
      open(event, 'block')
    },
    onSelectionContextMenu: (event) => open(event, 'block'),
    onPaneContextMenu: (event) => open(event, 'pane'),
  }
}

/** Dropped on a block, an arrow leads there; dropped on empty ground, to a new block (builder-and-runtime, section 2). */
function connecting(context: CommandContext, at: (x: number, y: number, shift?: Point) => Point): Handlers {
  const onConnectEnd: OnConnectEnd = (event, { fromNode, fromHandle }) => {
    const pointer = 'changedTouches' in event ? event.changedTouches[0] : event
    if (!fromNode || !pointer) return
    const { clientX, clientY } = pointer
    const from = Number(fromNode.id)
    const fromButton = buttonOfKnob(fromHandle?.id)
    const under = document.elementFromPoint(clientX, clientY)
    const target = under?.closest<HTMLElement>('[data-block]')?.dataset.block
    if (target !== undefined) {
      const { blocks } = context.store.getState().project
      const isNote = blocks.some(({ number, type }) => number === Number(target) && type === 'comment')
      if (!isNote) createAndShow(context, (project) => connect(project, from, Number(target), { fromButton }))
    } else if (under?.closest('.react-flow__pane')) {
      const place = at(clientX, clientY, { x: -cardWidth / 2, y: 0 })
      createAndShow(context, (project) => connectToNewBlock(project, from, place, { fromButton }))
    }
  }
  return {
    onConnectEnd,
    onReconnect: (edge, { source, target }) =>
      void context.actions.edit((project) => reconnect(project, Number(edge.id), { from: Number(source), to: Number(target) })),
  }
}
