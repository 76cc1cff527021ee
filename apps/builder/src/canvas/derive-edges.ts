import type { Arrow, Block, Problem, Project } from '@voronka/flow'
import type { Edge } from 'reactflow'
import { indexOf } from '../editor/index.ts'
import type { Highlight, ProblemBook, Selection } from '../editor/index.ts'
import { buttonKnob, cardLayout, inKnob, outKnob } from './card-layout.ts'

export type ArrowData = {
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
  let formerName: EdgeInputs['nameOf'] | undefined
  return (inputs) => {
    const now = new Map<number, ArrowEdgeType>()
    const { blocks } = indexOf(inputs.project)
    for (const arrow of inputs.project.arrows) {
      const from = blocks.get(arrow.from)
      const to = blocks.get(arrow.to)
      if (!from || !to || from.sheet !== inputs.sheet || to.sheet !== inputs.sheet || from.type === 'comment' || to.type === 'comment')
        continue
      const known = formerName === inputs.nameOf ? former.get(arrow.id) : undefined
      const knob = knobOf(arrow, from)
      now.set(arrow.id, known && shows(known, arrow, knob, inputs) ? known : edgeOf(arrow, knob, inputs))
    }
    former = now
    formerName = inputs.nameOf
    return [...now.values()]
  }
}

/** The button's knob, as long as the button is drawn. */
function knobOf({ fromButton }: Arrow, from: Block): string {
  if (fromButton === null) return outKnob
  const knob = buttonKnob(fromButton)
  return cardLayout(from).knobs.some(({ id }) => id === knob) ? knob : outKnob
}

const noProblems: readonly Problem[] = []
/** React Flow would call every arrow an "edge", in English. */
const quietRole = { 'aria-roledescription': undefined }

const edgeOf = (arrow: Arrow, sourceHandle: string, { selection, highlight, problems, nameOf }: EdgeInputs): ArrowEdgeType => ({
  id: String(arrow.id),
  type: 'arrow',
  source: String(arrow.from),
  target: String(arrow.to),
  sourceHandle,
  targetHandle: inKnob,
  selected: selection.arrows.has(arrow.id),
  focusable: false,
  domAttributes: quietRole,
  ariaLabel: nameOf(arrow),
  data: { arrow, lit: highlight.arrows.has(arrow.id), problems: problems.byArrow.get(arrow.id) ?? noProblems },
})

const shows = ({ data, selected, sourceHandle }: ArrowEdgeType, arrow: Arrow, knob: string, inputs: EdgeInputs): boolean =>
  data?.arrow === arrow &&
  selected === inputs.selection.arrows.has(arrow.id) &&
  sourceHandle === knob &&
  data.lit === inputs.highlight.arrows.has(arrow.id) &&
  data.problems === (inputs.problems.byArrow.get(arrow.id) ?? noProblems)
