import { expect, it } from 'vitest'
import { calledBy } from './called-by.ts'

it.each([
  ['https://a.example/', undefined],
  ['https://a.example/#other', undefined],
  ['https://a.example/#voronka-chatter', undefined],
  ['https://a.example/?x=1#voronka-chat', { tag: '', rest: 'https://a.example/?x=1' }],
  ['https://a.example/#voronka-chat=%D1%86%D0%B5%D0%BD%D0%B0', { tag: 'цена', rest: 'https://a.example/' }],
  ['https://a.example/#voronka-chat=100%', { tag: '100%', rest: 'https://a.example/' }],
  ['https://a.example/?voronka-chat=price&utm_source=mail#top', { tag: 'price', rest: 'https://a.example/?utm_source=mail#top' }],
  ['https://a.example/?voronka-chat', { tag: '', rest: 'https://a.example/' }],
])('%s asks for %j', (address, called) => {
  expect(calledBy(address)).toEqual(called)
})
