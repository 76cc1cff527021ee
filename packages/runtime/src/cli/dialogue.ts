import { readStep, type DialogueStep } from '../simulate/dialogue-step.ts'
import { UsageError } from './command.ts'
import { readText } from './project-file.ts'

/** Reads a dialogue file; a bad one is a `UsageError` with the path of the fault, e.g. `dialog.json: [3].advance: ...`. */
export function readDialogue(path: string): DialogueStep[] {
  const steps = parse(path)
  if (!Array.isArray(steps)) throw new UsageError(`${path}: A dialogue is an array of steps.`)
  return steps.map((step: unknown, index) => {
    const read = readStep(step)
    if (read.ok) return read.step
    throw new UsageError(`${path}: [${index}]${read.path}: ${read.message}`)
  })
}

function parse(path: string): unknown {
  try {
    return JSON.parse(readText(path).replace(/^\uFEFF/, ''))
  } catch (error) {
    if (error instanceof UsageError) throw error
    throw new UsageError(`${path}: This is not JSON: ${error instanceof Error ? error.message : String(error)}`)
  }
}
