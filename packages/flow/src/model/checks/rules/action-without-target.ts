import type { Check } from '../check.ts'

export const actionWithoutTarget: Check = {
  code: 'action-without-target',
  severity: 'warning',
  says: {
    ru: () => 'У действия не выбрано, с каким списком, меткой или этапом.',
    en: () => 'An action does not say which list, label or state it means.',
  },
  why: {
    ru: 'Такое действие ничего не сделает. Выберите цель или уберите его.',
    en: 'Such an action does nothing. Choose its target or remove it.',
  },
  *block({ number, actions }) {
    for (const [index, action] of actions.entries()) {
      if (action.off || action.type === 'python') continue
      const target = 'list' in action ? action.list : 'state' in action ? action.state : action.label.trim()
      if (!target) yield { place: { block: number, field: 'actions', index } }
    }
  },
}
