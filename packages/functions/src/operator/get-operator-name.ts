import { defineHostFunction } from '../define-function.ts'
import { onceKnown } from '../shared/once-known.ts'

export const getOperatorName = defineHostFunction({
  name: 'get_operator_name',
  category: 'operator',
  params: [],
  returns: 'text',
  help: {
    ru: 'Имя ответственного оператора; если имени нет – почта.',
    en: 'Name of the responsible operator; his e-mail if he has no name.',
  },
  onError: { ru: 'Если его нет – пусто.', en: 'Nobody responsible gives nothing.' },
  examples: [
    { script: "done = assign_to_user('ann@example.com')\nget_operator_name()", gives: 'Ann' },
    { script: 'get_operator_name()', gives: null },
  ],
  readsOnly: true,
  failure: null,
  run: ({ ports }) => onceKnown(ports.operators.responsible(), (operator) => (operator ? operator.name || operator.email : null)),
})
