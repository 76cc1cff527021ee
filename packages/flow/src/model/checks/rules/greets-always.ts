import { hasNothingSet } from '../../kinds.ts'
import type { Check } from '../check.ts'
import { patchBlock } from '../fixes.ts'

export const greetsAlways: Check = {
  code: 'greets-always',
  severity: 'warning',
  says: {
    ru: () => 'Стартовое условие без условия отвечает на каждое сообщение.',
    en: () => 'A start condition without any condition answers to every message.',
  },
  why: {
    ru: 'Оно проверяется раньше стрелок, поэтому клиент никогда не уйдёт дальше. Обычно включают «Ответить один раз».',
    en: 'It is examined before arrows, so no client ever gets any further. Usually “answer once” is switched on.',
  },
  fixTitle: { ru: () => 'Ответить один раз', en: () => 'Answer once' },
  *block(block) {
    const { number, type, tier, answerOnce, callbackOnly } = block
    if (type !== 'start' || tier !== 'normal' || answerOnce || callbackOnly || !hasNothingSet(block)) return
    yield { place: { block: number, field: 'condition' }, fix: patchBlock(number, { answerOnce: true }) }
  },
}
