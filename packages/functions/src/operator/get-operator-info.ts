import { defineHostFunction } from '../define-function.ts'
import { operatorFields, type OperatorFacts } from '../ports.ts'
import { onceKnown } from '../shared/once-known.ts'

export const getOperatorInfo = defineHostFunction({
  name: 'get_operator_info',
  category: 'operator',
  params: [
    {
      name: 'field_name',
      type: 'text',
      about: {
        ru: 'Поле: description, email, phone, position, custom_field1, custom_field2 или custom_field3.',
        en: 'A field: description, email, phone, position, custom_field1, custom_field2 or custom_field3.',
      },
    },
  ],
  returns: 'text',
  help: { ru: 'Поле из карточки ответственного оператора.', en: 'A field of the card of the responsible operator.' },
  onError: { ru: 'Если поле пустое или ответственного нет – пусто.', en: 'An empty field, or nobody responsible, gives nothing.' },
  examples: [
    { script: "done = assign_to_user('ann@example.com')\nget_operator_info('position')", gives: 'Manager' },
    { script: "get_operator_info('phone')", gives: null },
  ],
  readsOnly: true,
  failure: null,
  run(field, { ports }) {
    return onceKnown(ports.operators.responsible(), (operator) => (operator && isField(field) ? operator.fields[field] || null : null))
  },
})

type Field = keyof OperatorFacts['fields']

const isField = (name: string): name is Field => operatorFields.some((field) => field === name)
