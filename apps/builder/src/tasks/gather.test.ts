import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { gather } from './gather.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const asking = (most = 100) => {
  const asked: (readonly number[])[] = []
  const ask = gather(
    async (keys: readonly number[]) => {
      asked.push(keys)
      return (key: number) => key * 10
    },
    { ms: 20, most },
  )
  return { asked, ask }
}

it('asks once for everything of a moment', async () => {
  const { asked, ask } = asking()
  const answers = Promise.all([ask(1), ask(2), ask(1)])
  await vi.advanceTimersByTimeAsync(20)
  expect(await answers).toEqual([10, 20, 10])
  expect(asked).toEqual([[1, 2]])
})

it('begins anew after the moment', async () => {
  const { asked, ask } = asking()
  const first = ask(1)
  await vi.advanceTimersByTimeAsync(20)
  await first
  const second = ask(2)
  await vi.advanceTimersByTimeAsync(20)
  expect(await second).toBe(20)
  expect(asked).toEqual([[1], [2]])
})

it('asks for no more at once than may be', async () => {
  const { asked, ask } = asking(2)
  const answers = Promise.all([ask(1), ask(2), ask(3)])
  await vi.advanceTimersByTimeAsync(20)
  expect(await answers).toEqual([10, 20, 30])
  expect(asked).toEqual([[1, 2], [3]])
})

it('tells everybody who asked of a failure, and recovers', async () => {
  let fails = true
  const ask = gather(
    async () => {
      if (fails) throw new Error('offline')
      return (key: number) => key
    },
    { ms: 20, most: 10 },
  )
  const failed = Promise.allSettled([ask(1), ask(2)])
  await vi.advanceTimersByTimeAsync(20)
  expect((await failed).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  fails = false
  const again = ask(1)
  await vi.advanceTimersByTimeAsync(20)
  expect(await again).toBe(1)
})
