import type { Arrow } from '../../flow.ts'
import { hasNothingSet, isImmediate, isStateful } from '../../kinds.ts'
import type { Check } from '../check.ts'
import { cyclesOf } from '../cycles.ts'
import type { Survey } from '../survey.ts'

export const zeroDelayCycle: Check = {
  code: 'zero-delay-cycle',
  severity: 'error',
  says: {
    ru: ({ blocks, certain }) => `Блоки ${blocks} ${certain ? 'идут' : 'могут идти'} по кругу без остановки.`,
    en: ({ blocks, certain }) => `Blocks ${blocks} ${certain ? 'run' : 'may run'} in a circle without a wait.`,
  },
  why: {
    ru: 'По стрелкам с нулевой задержкой клиент прошёл бы 50 блоков подряд, потом круг обрывается. Пусть одна из стрелок ждёт ответа, времени или условия.',
    en: 'Over arrows with zero delay a client would run through 50 blocks before the circle is cut. Let one of them wait for an answer, a time or a comparison.',
  },
  *project(survey) {
    const told = new Set<number>()
    const sources = new Set(survey.project.arrows.filter(isImmediate).map(({ from }) => from))
    for (const certain of [true, false]) {
      const graph = immediateArrows(survey, certain)
      for (const circle of cyclesOf(sources, graph)) {
        if (circle.some((number) => told.has(number))) continue
        circle.forEach((number) => told.add(number))
        const blocks = circle.toSorted((a, b) => a - b)
        yield {
          place: { block: blocks[0] },
          facts: { blocks: blocks.join(', '), certain: certain ? 'yes' : '' },
          // With a comparison on the way it may be a loop that counts, and that ends.
          severity: certain ? 'error' : 'hint',
        }
      }
    }
  },
}

/** Where each block goes by itself. `certain`: only where nothing can keep it from going there. */
function immediateArrows({ outgoing, blocks }: Survey, certain: boolean): (block: number) => number[] {
  return (block) => {
    const arrows = outgoing(block).filter((arrow) => isImmediate(arrow) && !arrow.once)
    if (!certain) return arrows.map(({ to }) => to)
    const elsewhere = (arrow: Arrow) => arrow.cancelTimers && isStateful(blocks.get(arrow.to)?.type ?? 'comment')
    const first = arrows.findIndex(elsewhere)
    return (first < 0 ? arrows : arrows.slice(0, first + 1)).filter(hasNothingSet).map(({ to }) => to)
  }
}
