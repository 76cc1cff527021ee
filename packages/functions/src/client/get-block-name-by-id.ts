import { defineHostFunction } from '../define-function.ts'

export const getBlockNameById = defineHostFunction({
  name: 'get_block_name_by_id',
  category: 'client',
  params: [{ name: 'message_id', type: 'id', about: { ru: 'Номер блока.', en: 'Number of a block.' } }],
  returns: 'text',
  help: { ru: 'Название блока по его номеру.', en: 'The name of a block by its number.' },
  onError: { ru: 'Если такого блока нет – пусто.', en: 'A block that does not exist gives nothing.' },
  examples: [
    { script: 'get_block_name_by_id(1)', gives: 'Menu' },
    { script: 'get_block_name_by_id(99)', gives: null },
  ],
  readsOnly: true,
  failure: null,
  run: (block, { ports }) => ports.dialogue.blockName(block) ?? null,
})
