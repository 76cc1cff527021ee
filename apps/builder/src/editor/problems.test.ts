import { blankBlock, blankProject, checkProject, type Targets } from '@voronka/flow'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createEditor } from './create-editor.ts'
import { watchProblems } from './problems.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function watch(blocks: number) {
  const project = { ...blankProject(''), blocks: Array.from({ length: blocks }, (_, index) => ({ ...blankBlock(index + 1), text: '' })) }
  const editor = createEditor(
    { project, revision: 1 },
    {
      editor: 'me',
      batchMs: 1_000_000,
      now: () => 0,
      transport: { load: () => Promise.reject(new Error('not needed')), save: () => Promise.reject(new Error('not needed')) },
      kept: { keep: () => true, forget: () => undefined },
    },
  )
  let checks = 0
  const watching = watchProblems(editor.store, (...given) => {
    checks++
    return checkProject(...given)
  })
  return { ...watching, checks: () => checks }
}

const targets = (): Targets => ({ lists: new Set(), states: new Set(), labels: new Set() })

it('checks a big funnel once it is on the screen, and once for all that is heard of its project on the way', () => {
  const { start, know, checks, book } = watch(200)
  start()
  know(targets())
  know(targets())
  expect(checks()).toBe(0)
  vi.runAllTimers()
  expect(checks()).toBe(1)
  expect(book.getState().all.length).toBeGreaterThan(0)
})

it('checks a small one at once', () => {
  const { know, checks } = watch(3)
  expect(checks()).toBe(1)
  know(targets())
  expect(checks()).toBe(2)
})
