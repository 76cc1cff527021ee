import { defineHostFunction } from '../define-function.ts'
import { onceKnown } from '../shared/once-known.ts'

export const checkOperatorStatus = defineHostFunction({
  name: 'check_operator_status',
  category: 'operator',
  params: [
    { name: 'email', type: 'text', about: { ru: 'Почта оператора.', en: 'E-mail of the operator.' } },
    {
      name: 'with_pause',
      type: 'boolean',
      optional: true,
      about: { ru: '1 – на смене или на перерыве, 0 – только на смене.', en: '1: on shift or on break, 0: on shift only.' },
      default: true,
    },
  ],
  returns: 'boolean',
  help: { ru: 'На смене ли оператор.', en: 'Is the operator on shift?' },
  onError: { ru: 'Если такого оператора нет, даёт False.', en: 'No such operator gives False.' },
  examples: [
    { script: "check_operator_status('ann@example.com')", gives: true },
    { script: "check_operator_status('nobody@example.com')", gives: false },
  ],
  readsOnly: true,
  failure: false,
  run: (email, withPause, { ports }) =>
    onceKnown(ports.operators.status(email), (status) => status === 'shift' || (status === 'break' && (withPause ?? true))),
})
