import { z } from 'zod'
import { UsageError } from './command.ts'
import { readText } from './project-file.ts'

const client = { client: z.int().positive().max(1000).default(1) }
const units = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const

/** `10m`, `1.5h`, `2 d`: a number and a unit, as milliseconds. */
const duration = z
  .string()
  .regex(/^\s*[0-9]+(\.[0-9]+)?\s*[smhd]\s*$/, 'A number and s, m, h or d, for example "10m"')
  .transform((text) => Number.parseFloat(text) * units[text.trim().at(-1) as keyof typeof units])

const address = z.string().min(1).max(4000)

const stepSchema = z.union([
  z.strictObject({ attachment: z.union([address, z.array(address).min(1).max(10)]), text: z.string().optional(), ...client }),
  z.strictObject({ text: z.string(), ...client }),
  z.strictObject({ button: z.string().min(1), ...client }),
  z.strictObject({ callback: z.string().min(1), ...client }),
  z.strictObject({ advance: duration, ...client }),
  z.strictObject({ at: z.iso.datetime({ offset: true }), ...client }),
])

/** One step of a dialogue file (docs/cli.md, simulate). */
export type DialogueStep = z.infer<typeof stepSchema>

const kinds = ['text', 'button', 'callback', 'attachment', 'advance', 'at'] as const

/** Reads a dialogue file; a bad one is a `UsageError` with the path of the fault, e.g. `dialog.json: [3].advance: ...`. */
export function readDialogue(path: string): DialogueStep[] {
  const steps = parse(path)
  if (!Array.isArray(steps)) throw new UsageError(`${path}: a dialogue is an array of steps.`)
  return steps.map((step: unknown, index) => {
    const read = stepSchema.safeParse(step)
    if (read.success) return read.data
    throw new UsageError(`${path}: [${index}]${fault(step)}`)
  })
}

function parse(path: string): unknown {
  try {
    return JSON.parse(readText(path))
  } catch (error) {
    if (error instanceof UsageError) throw error
    throw new UsageError(`${path}: not JSON (${error instanceof Error ? error.message : String(error)}).`)
  }
}

/** What is wrong with the one form that the step was meant to have, rather than with all six. */
function fault(step: unknown): string {
  const kind = typeof step === 'object' && step !== null ? kinds.findLast((each) => each in step) : undefined
  const form = stepSchema.options.find((option) => kind !== undefined && kind in option.shape)
  const issue = form?.safeParse(step).error?.issues[0]
  if (!issue) return `: a step has one of ${kinds.join(', ')}.`
  return `${issue.path.map((part) => `.${String(part)}`).join('')}: ${issue.message}`
}
