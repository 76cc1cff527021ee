import { arrowTitle } from '@voronka/flow'
import type { Arrow, Point } from '@voronka/flow'
import { useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/language.ts'
import { useEditor, useProblemBook } from '../editor/index.ts'
import { edgeMaker } from './derive-edges.ts'
import { nodeMaker } from './derive-nodes.ts'

/** The nodes and edges of the sheet that is shown, drawn from the document; what is being dragged stands where the pointer has it. */
export function useElements(dragged: ReadonlyMap<number, Point>) {
  const { t } = useTranslation('canvas')
  const language = useLanguage()
  const project = useEditor((state) => state.project)
  const sheet = useEditor((state) => state.sheet)
  const selection = useEditor((state) => state.selection)
  const highlight = useEditor((state) => state.highlight)
  const problems = useProblemBook()
  const [makeNodes] = useState(nodeMaker)
  const [makeEdges] = useState(edgeMaker)
  const nameOf = useCallback((number: number) => t('block.name', { number }), [t])
  const nameOfArrow = useCallback(
    (arrow: Arrow) => t('arrow.name', { from: arrow.from, to: arrow.to, title: arrowTitle(arrow, language) }),
    [t, language],
  )
  const focus = [...selection.blocks].at(-1) ?? project.blocks.find((block) => block.sheet === sheet)?.number

  const still = useMemo(
    () => makeNodes({ project, sheet, selection, highlight, problems, language, focus, nameOf }),
    [makeNodes, project, sheet, selection, highlight, problems, language, focus, nameOf],
  )
  const edges = useMemo(
    () => makeEdges({ project, sheet, selection, highlight, problems, nameOf: nameOfArrow }),
    [makeEdges, project, sheet, selection, highlight, problems, nameOfArrow],
  )
  const nodes = useMemo(
    () =>
      dragged.size
        ? still.map((node) => {
            const position = dragged.get(node.data.block.number)
            return position ? { ...node, position, dragging: true } : node
          })
        : still,
    [still, dragged],
  )
  return { nodes, edges }
}
