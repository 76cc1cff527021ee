import { compactEdits } from './compact-edits.ts'
import type { History, Step } from './editor-state.ts'

export const emptyHistory: History = { past: [], future: [] }

const burstMs = 1000
const longest = 1000

/** Adds a step, or joins it to the last one when both carry the same `merge` key and follow each other within a second. What was undone is gone. */
export function addStep({ past }: History, step: Step): History {
  const last = past.at(-1)
  if (last?.merge !== undefined && last.merge === step.merge && step.at - last.at <= burstMs) {
    const joined = {
      ...step,
      forward: compactEdits([...last.forward, ...step.forward]),
      backward: compactEdits([...step.backward, ...last.backward]),
    }
    return { past: [...past.slice(0, -1), joined], future: [] }
  }
  return { past: [...past.slice(-longest + 1), step], future: [] }
}
