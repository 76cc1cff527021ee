import { defineHostFunction } from '../define-function.ts'

export const freeClient = defineHostFunction({
  name: 'free_client',
  category: 'operator',
  params: [],
  returns: 'boolean',
  help: { ru: 'Снимает с клиента ответственного оператора. Даёт True.', en: 'Takes the responsible operator off the client. Gives True.' },
  examples: [{ script: 'free_client()', gives: true }],
  failure: false,
  run: ({ ports }) => ports.operators.free(),
})
