import { defineHostFunction } from '../define-function.ts'

export const distributeClient = defineHostFunction({
  name: 'distribute_client',
  category: 'operator',
  params: [],
  returns: 'boolean',
  help: {
    ru: 'Назначает клиента по правилам автораспределения, даже когда оно выключено. Даёт True.',
    en: 'Assigns the client by the rules of distribution, also when it is off. Gives True.',
  },
  onError: { ru: 'Если на смене никого нет, даёт False.', en: 'Nobody on shift gives False.' },
  examples: [{ script: 'distribute_client()', gives: true }],
  failure: false,
  run: ({ ports }) => ports.operators.distribute(),
})
