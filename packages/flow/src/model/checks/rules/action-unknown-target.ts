import type { Check } from '../check.ts'
import type { Action } from '../../flow.ts'
import type { Targets } from '../survey.ts'

export const actionUnknownTarget: Check = {
  code: 'action-unknown-target',
  severity: 'warning',
  says: {
    ru: ({ kind, target }) => `${kind === 'state' ? 'Этапа' : kind === 'list' ? 'Списка' : 'Метки'} «${target}» в проекте нет.`,
    en: ({ kind, target }) => `The project has no ${kind} “${target}”.`,
  },
  why: {
    ru: 'Скорее всего, цель удалили или переименовали. Пока её нет, действие ничего не сделает.',
    en: 'It was probably deleted or renamed. While it is not there, the action does nothing.',
  },
  *project({ project, targets }) {
    if (!targets) return
    for (const { number, actions } of project.blocks) {
      for (const [index, action] of actions.entries()) {
        const facts = action.off ? undefined : missing(action, targets)
        if (facts) yield { place: { block: number, field: 'actions', index }, facts }
      }
    }
  },
}

function missing(action: Action, { lists, states, labels }: Targets): { kind: string; target: string } | undefined {
  if (action.type === 'python') return undefined
  if ('list' in action) return action.list && !lists.has(action.list) ? { kind: 'list', target: String(action.list) } : undefined
  if ('state' in action) return action.state && !states.has(action.state) ? { kind: 'state', target: String(action.state) } : undefined
  return action.label.trim() && !labels.has(action.label.trim()) ? { kind: 'label', target: action.label } : undefined
}
