import { openChatLookSchema } from '@voronka/api'
import { expect, it } from 'vitest'
import { readLook, usualLook } from './read-look.ts'

it('what is usual here is usual on the server', () => {
  expect(usualLook).toEqual(openChatLookSchema.parse({ name: '' }))
})

it('reads a look as the server tells it', () => {
  const look = {
    ...openChatLookSchema.parse({
      color: '#aa0000',
      theme: 'dark',
      side: 'left',
      offset: { x: 0, y: 90 },
      icon: 'heart',
      avatar: '/files/a.png',
      language: 'ru',
      words: { ru: { title: 'Салон', greeting: 'Привет' }, en: { write: 'Ask' } },
      inviteAfter: 30,
      opening: 'welcome',
      sites: ['a.example'],
      name: 'Shop',
    }),
  }
  expect(readLook(JSON.parse(JSON.stringify(look)))).toEqual(look)
})

it.each([
  undefined,
  null,
  5,
  'x',
  [],
  { color: 'red', theme: 5, side: 'top', offset: 7, icon: 'x', avatar: 'https://a.example/b.png', words: [], sites: 'x' },
])('of %j it takes the usual', (data) => expect(readLook(data)).toEqual(usualLook))
