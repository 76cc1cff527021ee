import { expect, it } from 'vitest'
import { blankArrow, blankBlock, describeEdits, touched } from './index.ts'
import type { Edit } from './index.ts'

const moved = (number: number): Edit => ({ type: 'patch-block', number, fields: { x: 1, y: 2 } })

it.each<[string, string, Edit[]]>([
  ['Move 3 blocks', 'Переместить 3 блока', [moved(1), moved(2), moved(3)]],
  ['Move block 1', 'Переместить блок 1', [moved(1), { type: 'patch-arrow', id: 1, fields: { bends: [] } }]],
  [
    'Add block 4',
    'Добавить блок 4',
    [
      { type: 'put-block', block: blankBlock(4) },
      { type: 'put-arrow', arrow: blankArrow(1, 1, 4) },
    ],
  ],
  ['Delete 5 blocks', 'Удалить 5 блоков', [1, 2, 3, 4, 5].map((number) => ({ type: 'remove-block', number }))],
  ['Delete 2 arrows', 'Удалить 2 стрелки', [1, 2].map((id) => ({ type: 'remove-arrow', id }))],
  ['Change block 2: Message', 'Изменить блок 2: Сообщение', [{ type: 'patch-block', number: 2, fields: { text: '' } }]],
  [
    'Change arrow 2: Priority, Go once',
    'Изменить стрелку 2: Приоритет, Перейти один раз',
    [{ type: 'patch-arrow', id: 2, fields: { priority: 1, once: true } }],
  ],
  ['Bend an arrow', 'Изогнуть стрелку', [{ type: 'patch-arrow', id: 2, fields: { bends: [] } }]],
  ['Change settings: Time zone', 'Изменить настройки: Часовой пояс', [{ type: 'patch-settings', fields: { timezone: 'UTC' } }]],
])('names a step: %s', (en, ru, edits) => {
  expect(describeEdits(edits, 'en')).toBe(en)
  expect(describeEdits(edits, 'ru')).toBe(ru)
})

it('tells what edits touch, so that two that meet can be found', () => {
  const edits: Edit[] = [
    moved(5),
    { type: 'put-arrow', arrow: blankArrow(7, 1, 2) },
    { type: 'remove-sheet', id: 1 },
    { type: 'patch-settings', fields: { name: 'x', language: 'en' } },
  ]
  expect([...touched(edits)]).toEqual(['block:5', 'arrow:7', 'sheet:1', 'settings:name', 'settings:language'])
})
