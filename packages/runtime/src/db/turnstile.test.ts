import { expect, it } from 'vitest'
import { turnstile } from './turnstile.ts'

const ticks = () => new Promise(setImmediate)

function visitors(gate: ReturnType<typeof turnstile>) {
  const inside: string[] = []
  const come = (name: string, urgency?: 'now' | 'later') =>
    gate.enter(urgency).then(
      () => void inside.push(name),
      () => void inside.push(`${name} sent away`),
    )
  return { inside, come }
}

it('lets so many in, and the next in order when somebody leaves', async () => {
  const gate = turnstile(2)
  const { inside, come } = visitors(gate)
  for (const name of ['a', 'b', 'c', 'd']) void come(name)
  await ticks()
  expect(inside).toEqual(['a', 'b'])
  gate.leave()
  await ticks()
  expect(inside).toEqual(['a', 'b', 'c'])
})

it('who can wait gets a part of the places, and comes after those who cannot', async () => {
  const gate = turnstile(3, 2)
  const { inside, come } = visitors(gate)
  for (const name of ['l1', 'l2', 'l3']) void come(name, 'later')
  for (const name of ['n1', 'n2']) void come(name)
  await ticks()
  expect(inside).toEqual(['l1', 'l2', 'n1'])
  gate.leave('later')
  await ticks()
  expect(inside.at(-1)).toBe('n2')
  gate.leave('now')
  await ticks()
  expect(inside.at(-1)).toBe('l3')
})

it('a crowd of those who cannot wait leaves him a place all the same', async () => {
  const gate = turnstile(2, 1)
  const { inside, come } = visitors(gate)
  for (const name of ['n1', 'n2', 'n3', 'n4']) void come(name)
  void come('later', 'later')
  gate.leave('now')
  await ticks()
  expect(inside).toEqual(['n1', 'n2', 'later'])
})

it('sends everybody away who waits', async () => {
  const gate = turnstile(1)
  const { inside, come } = visitors(gate)
  void come('a')
  void come('b')
  void come('c', 'later')
  gate.refuse(new Error('closed'))
  await ticks()
  expect(inside.toSorted()).toEqual(['a', 'b sent away', 'c sent away'])
})
