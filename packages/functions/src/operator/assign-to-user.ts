import { defineHostFunction } from '../define-function.ts'
import { isBlank } from '../shared/blank.ts'

export const assignToUser = defineHostFunction({
  name: 'assign_to_user',
  category: 'operator',
  params: [
    {
      name: 'email',
      type: 'text',
      optional: true,
      about: { ru: 'Почта оператора; без неё – случайный на смене.', en: 'E-mail of the operator; without it: a random one on shift.' },
    },
    {
      name: 'only_active',
      type: 'boolean',
      optional: true,
      about: { ru: 'True – только если он на смене.', en: 'True: only if he is on shift.' },
      default: false,
    },
  ],
  returns: 'boolean',
  help: { ru: 'Назначает клиенту ответственного оператора. Даёт True.', en: 'Makes an operator responsible for the client. Gives True.' },
  onError: { ru: 'Если назначить некого, даёт False.', en: 'Nobody who qualifies gives False.' },
  examples: [
    { script: "assign_to_user('ann@example.com')", gives: true },
    { script: "assign_to_user('nobody@example.com')", gives: false },
  ],
  failure: false,
  run: (email, onlyActive, world) =>
    world.ports.operators.assign(isBlank(email ?? '') ? undefined : email, onlyActive ?? false, world.random()),
})
