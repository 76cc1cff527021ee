import { arrowTitle } from '@voronka/flow'
import type { Arrow, Point } from '@voronka/flow'
import { useMemo, useState } from 'react'
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
  // Names of thousands of elements: the sentence is translated once and filled in by hand.
  const nameOf = useMemo(() => {
    const sentence = t('block.name', { number: '{number}' })
    return (number: number) => sentence.replace('{number}', String(number))
  }, [t])
  const nameOfArrow = useMemo(() => {
    const sentence = t('arrow.name', { from: '{from}', to: '{to}', title: '{title}' })
    const fill = (arrow: Arrow, place: string) =>
      place === '{from}' ? arrow.from : place === '{to}' ? arrow.to : arrowTitle(arrow, language)
    return (arrow: Arrow) => sentence.replace(/\{\w+\}/g, (place) => String(fill(arrow, place)))
  }, [t, language])
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
