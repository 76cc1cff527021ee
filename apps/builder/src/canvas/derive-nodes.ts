import { blockTitle } from '@voronka/flow'
import type { Arrow, Block, Problem, Project } from '@voronka/flow'
import type { Language } from '@voronka/calculator'
import { Position } from 'reactflow'
import type { Node, NodeHandle } from 'reactflow'
import { indexOf } from '../editor/index.ts'
import type { Highlight, ProblemBook, Selection } from '../editor/index.ts'
import { cardLayout, cardWidth, inKnob, outKnob } from './card-layout.ts'
import type { CardLayout } from './card-layout.ts'

/** An arrow from or to a block of another sheet, shown as a small plate at the block. */
export interface Plate {
  readonly arrow: number
  readonly partner: number
  readonly title: string
  readonly sheet: string
}

export type BlockData = {
  readonly block: Block
  readonly layout: CardLayout
  readonly problems: readonly Problem[]
  readonly lit: 'path' | 'current' | undefined
  readonly leaving: readonly Plate[]
  readonly arriving: readonly Plate[]
}

export type BlockNodeType = Node<BlockData, 'block'>

export interface NodeInputs {
  readonly project: Project
  readonly sheet: number
  readonly selection: Selection
  readonly highlight: Highlight
  readonly problems: ProblemBook
  readonly language: Language
  /** The one block that the Tab key reaches; from it the arrow keys go on. */
  readonly focus: number | undefined
  readonly nameOf: (number: number) => string
}

/** Makes the nodes of a sheet. A node keeps its identity while nothing that it shows changed: then React Flow and the card do nothing. */
export function nodeMaker(): (inputs: NodeInputs) => BlockNodeType[] {
  let former = new Map<number, BlockNodeType>()
  let formerName: NodeInputs['nameOf'] | undefined
  return (inputs) => {
    const now = new Map<number, BlockNodeType>()
    const plates = platesOf(inputs)
    for (const block of inputs.project.blocks) {
      if (block.sheet !== inputs.sheet) continue
      const known = formerName === inputs.nameOf ? former.get(block.number) : undefined
      const shown = shownOf(block, inputs, plates.get(block.number))
      now.set(block.number, known && shows(known, shown) ? known : nodeOf(shown, inputs.nameOf(block.number)))
    }
    former = now
    formerName = inputs.nameOf
    return [...now.values()]
  }
}

interface Plates {
  readonly leaving: Plate[]
  readonly arriving: Plate[]
}

const noPlates: readonly Plate[] = []
const noProblems: readonly Problem[] = []

/** Everything that a node depends on, cheap to gather for all of them at every change. */
interface Shown extends Omit<BlockData, 'layout'> {
  readonly selected: boolean
  readonly focusable: boolean
}

const shownOf = (block: Block, { selection, highlight, problems, focus }: NodeInputs, plates: Plates | undefined): Shown => ({
  block,
  selected: selection.blocks.has(block.number),
  focusable: focus === block.number,
  problems: problems.byBlock.get(block.number) ?? noProblems,
  lit: highlight.current === block.number ? 'current' : highlight.blocks.has(block.number) ? 'path' : undefined,
  leaving: plates?.leaving ?? noPlates,
  arriving: plates?.arriving ?? noPlates,
})

function nodeOf({ selected, focusable, ...shown }: Shown, ariaLabel: string): BlockNodeType {
  const { block } = shown
  const layout = cardLayout(block)
  const size = { width: cardWidth, height: layout.height }
  return {
    id: String(block.number),
    type: 'block',
    position: { x: block.x, y: block.y },
    ...size,
    measured: size,
    handles: handlesOf(layout),
    selected,
    focusable,
    ariaRole: 'group',
    domAttributes: attributesOf(block.number),
    ariaLabel,
    data: { ...shown, layout },
  }
}

/**
 * Its own word for a node, in English, is silenced. Without `data-id` its observer does not know whom it measured and leaves our sizes and knobs as they
 * are: a tile, which draws no knobs, would lose its arrows.
 */
const attributesOf = (number: number) => ({ 'aria-roledescription': undefined, 'data-id': undefined, 'data-block': number })

const shows = ({ data, selected, focusable }: BlockNodeType, shown: Shown): boolean =>
  data.block === shown.block &&
  selected === shown.selected &&
  focusable === shown.focusable &&
  data.problems === shown.problems &&
  data.lit === shown.lit &&
  samePlates(data.leaving, shown.leaving) &&
  samePlates(data.arriving, shown.arriving)

const samePlates = (a: readonly Plate[], b: readonly Plate[]): boolean =>
  a === b ||
  (a.length === b.length &&
    a.every((plate, index) => {
      const other = b[index]
      return (
        other &&
        plate.arrow === other.arrow &&
        plate.partner === other.partner &&
        plate.title === other.title &&
        plate.sheet === other.sheet
      )
    }))

/** Where arrows leave and arrive, told to React Flow so that it need not look. */
function handlesOf({ knobs, height }: CardLayout): NodeHandle[] {
  if (!knobs.length && height) return []
  return [
    { id: inKnob, type: 'target', position: Position.Top, x: cardWidth / 2, y: 0, width: 0, height: 0 },
    ...knobs.map(({ id, x, y }): NodeHandle => ({
      id,
      type: 'source',
      position: id === outKnob ? Position.Bottom : Position.Right,
      x,
      y,
      width: 0,
      height: 0,
    })),
  ]
}

/** The arrows that cross to another sheet, by the block of this sheet that they touch. */
function platesOf({ project, sheet, language }: NodeInputs): Map<number, Plates> {
  const plates = new Map<number, Plates>()
  if (project.sheets.length < 2) return plates
  const { blocks } = indexOf(project)
  const sheetNames = new Map(project.sheets.map(({ id, name }) => [id, name]))
  const plate = (arrow: Arrow, partner: Block): Plate => ({
    arrow: arrow.id,
    partner: partner.number,
    title: blockTitle(partner, language),
    sheet: sheetNames.get(partner.sheet) ?? '',
  })
  const at = (number: number): Plates => {
    const found = plates.get(number) ?? { leaving: [], arriving: [] }
    plates.set(number, found)
    return found
  }
  for (const arrow of project.arrows) {
    const from = blocks.get(arrow.from)
    const to = blocks.get(arrow.to)
    if (!from || !to || from.sheet === to.sheet) continue
    if (from.sheet === sheet) at(from.number).leaving.push(plate(arrow, to))
    if (to.sheet === sheet) at(to.number).arriving.push(plate(arrow, from))
  }
  return plates
}
