import type { Arrow, Problem, Project } from '@voronka/flow'
import type { Edge } from 'reactflow'
import { indexOf } from '../editor/index.ts'
import type { Highlight, ProblemBook, Selection } from '../editor/index.ts'
import { buttonKnob, cardLayout, inKnob, outKnob } from './card-layout.ts'

export interface ArrowData extends Record<string, unknown> {
  readonly arrow: Arrow
  readonly lit: boolean
  readonly problems: readonly Problem[]
}

export type ArrowEdgeType = Edge<ArrowData, 'arrow'>

export interface EdgeInputs {
  readonly project: Project
  readonly sheet: number
  readonly selection: Selection
  readonly highlight: Highlight
  readonly problems: ProblemBook
  readonly nameOf: (arrow: Arrow) => string
}

/** Makes the edges between the blocks of a sheet; like the nodes, an edge keeps its identity while nothing about it changed. */
export function edgeMaker(): (inputs: EdgeInputs) => ArrowEdgeType[] {
  let former = new Map<number, ArrowEdgeType>()
  return (inputs) => {
    const now = new Map<number, ArrowEdgeType>()
    const { blocks } = indexOf(inputs.project)
    for (const arrow of inputs.project.arrows) {
      const from = blocks.get(arrow.from)
      const to = blocks.get(arrow.to)
      if (!from || !to || from.sheet !== inputs.sheet || to.sheet !== inputs.sheet || from.type === 'comment' || to.type === 'comment')
        continue
      const knob = arrow.fromButton === null ? outKnob : buttonKnob(arrow.fromButton)
      const drawn = cardLayout(from).knobs.some(({ id }) => id === knob)
      const known = former.get(arrow.id)
      const edge = edgeOf(arrow, drawn ? knob : outKnob, inputs)
      now.set(arrow.id, known && sameEdge(known, edge) ? known : edge)
    }
    former = now
    return [...now.values()]
  }
}

const noProblems: readonly Problem[] = []

const edgeOf = (arrow: Arrow, sourceHandle: string, { selection, highlight, problems, nameOf }: EdgeInputs): ArrowEdgeType => ({
  id: String(arrow.id),
  type: 'arrow',
  source: String(arrow.from),
  target: String(arrow.to),
  sourceHandle,
  targetHandle: inKnob,
  selected: selection.arrows.has(arrow.id),
  focusable: false,
  ariaLabel: nameOf(arrow),
  data: { arrow, lit: highlight.arrows.has(arrow.id), problems: problems.byArrow.get(arrow.id) ?? noProblems },
})

const sameEdge = (a: ArrowEdgeType, b: ArrowEdgeType): boolean =>
  a.data?.arrow === b.data?.arrow &&
  a.selected === b.selected &&
  a.sourceHandle === b.sourceHandle &&
  a.ariaLabel === b.ariaLabel &&
  a.data?.lit === b.data?.lit &&
  a.data?.problems === b.data?.problems
