import { isConditional } from '../../kinds.ts'
import type { Check } from '../check.ts'
import type { Survey } from '../survey.ts'

export const unreachableBlock: Check = {
  code: 'unreachable-block',
  severity: 'warning',
  says: {
    ru: ({ number }) => `В блок ${number} никак не попасть.`,
    en: ({ number }) => `Nothing leads to block ${number}.`,
  },
  why: {
    ru: 'Ни одна стрелка от начала диалога сюда не доходит. Соедините блок, удалите его или отправляйте рассылкой.',
    en: 'No arrow from the start of a dialogue gets here. Connect it, delete it, or use it for broadcasts.',
  },
  *project(survey) {
    const reached = reachableBlocks(survey)
    // Where nothing starts at all, that is the news.
    if (!reached.size) return
    for (const { number, type } of survey.project.blocks) {
      if (type !== 'comment' && !reached.has(number)) yield { place: { block: number }, facts: { number: String(number) } }
    }
  },
}

/** From blocks that fire by themselves, and those that a script sends. */
function reachableBlocks(survey: Survey): Set<number> {
  const { blocks, outgoing } = survey
  const reached = new Set<number>()
  const waiting = [...blocks.values()].filter(({ type }) => isConditional(type)).map(({ number }) => number)
  if (waiting.length) waiting.push(...sentByScripts(survey))
  for (let number = waiting.pop(); number !== undefined; number = waiting.pop()) {
    if (reached.has(number) || !blocks.has(number)) continue
    reached.add(number)
    waiting.push(...outgoing(number).map(({ to }) => to))
  }
  return reached
}

const sentByScripts = ({ things }: Survey): number[] =>
  things.flatMap(({ digest }) => digest.references.filter((reference) => reference.function === 'message').map(({ number }) => number))
