import { blankArrow, blankBlock, blankProject, blockSchema } from '@voronka/flow'
import { expect, it } from 'vitest'
import { findBlocks } from './find-blocks.ts'

const buttons = blockSchema.shape.buttons.unwrap().element
const project = {
  ...blankProject(),
  blocks: [
    blankBlock(1, { name: 'Привет', calculator: 'total = price * 2' }),
    blankBlock(2, { text: 'Ещё по 10 рублей', buttons: [buttons.parse({ id: 1, text: 'Оформить заказ' })] }),
    blankBlock(10, { name: 'Конец' }),
  ],
  arrows: [blankArrow(1, 2, 10, { condition: 'хватит' })],
}
const found = (query: string) => findBlocks(project, query, 'ru').map(({ block }) => block.number)

it('puts the block of that number first', () => {
  expect(found('10')).toEqual([10, 2])
  expect(found('#2')).toEqual([2])
})

it('finds by title, message, calculator, button and the conditions of leaving arrows', () => {
  expect(found('прив')).toEqual([1])
  expect(found('рублей')).toEqual([2])
  expect(found('PRICE')).toEqual([1])
  expect(found('оформить')).toEqual([2])
  expect(found('хватит')).toEqual([2])
})

it('takes е for ё', () => {
  expect(found('еще')).toEqual([2])
})

it('shows the place of the hit', () => {
  expect(findBlocks(project, 'price', 'ru')[0]?.context).toContain('total = price * 2')
})

it('finds everything by nothing, and nothing by nonsense', () => {
  expect(found(' ')).toEqual([1, 2, 10])
  expect(found('zzz')).toEqual([])
})
