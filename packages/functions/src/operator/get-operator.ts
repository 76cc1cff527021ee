import { defineHostFunction } from '../define-function.ts'
import { onceKnown } from '../shared/once-known.ts'

export const getOperator = defineHostFunction({
  name: 'get_operator',
  category: 'operator',
  params: [],
  returns: 'text',
  help: { ru: 'Почта ответственного оператора.', en: 'E-mail of the responsible operator.' },
  onError: { ru: 'Если его нет – пусто.', en: 'Nobody responsible gives nothing.' },
  examples: [
    { script: "done = assign_to_user('ann@example.com')\nget_operator()", gives: 'ann@example.com' },
    { script: 'get_operator()', gives: null },
  ],
  readsOnly: true,
  failure: null,
  run: ({ ports }) => onceKnown(ports.operators.responsible(), (operator) => operator?.email ?? null),
})
