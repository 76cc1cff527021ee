import { isNothing, listens } from '../../kinds.ts'
import type { Check } from '../check.ts'
import { patchArrow, patchBlock } from '../fixes.ts'

export const waitsInNonstate: Check = {
  code: 'waits-in-nonstate',
  severity: 'warning',
  says: {
    ru: ({ block }) => `Стрелка ждёт ответа в блоке ${block}, но в нём никто не стоит.`,
    en: ({ block }) => `The arrow waits for an answer in block ${block}, but nobody ever stands there.`,
  },
  why: {
    ru: 'Блок «Не состояние» только отправляет сообщение. Из него работают лишь стрелки с задержкой без условия; ждать ответа умеет «Состояние диалога».',
    en: 'A non-state block only sends its message. Only arrows with a delay and no condition work there; a dialogue state can wait for an answer.',
  },
  fixTitle: {
    ru: ({ fix }) => (fix === 'delay' ? 'Перейти сразу (задержка 0)' : 'Сделать блок состоянием'),
    en: ({ fix }) => (fix === 'delay' ? 'Go on at once (delay 0)' : 'Make the block a state'),
  },
  *project({ project, blocks }) {
    for (const arrow of project.arrows) {
      const source = blocks.get(arrow.from)
      if (!source || (source.type !== 'nonstate' && source.type !== 'nonstate_cond') || !listens(arrow)) continue
      const plain = isNothing(arrow.condition) && !arrow.collectsData
      const fix = plain
        ? patchArrow(arrow.id, { delay: { value: 0, unit: 'seconds' } })
        : patchBlock(source.number, { type: source.type === 'nonstate' ? 'state' : 'start' })
      yield { place: { arrow: arrow.id }, facts: { block: String(source.number), fix: plain ? 'delay' : 'state' }, fix }
    }
  },
}
