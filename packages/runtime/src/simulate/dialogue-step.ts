import { z } from 'zod'

const client = { client: z.int().positive().max(1000).optional() }
const address = z.string().min(1).max(4000)

/** What a foreign server answers from this step on. */
const answers = z
  .array(
    z.strictObject({
      method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']).optional(),
      url: address,
      status: z.int().min(0).max(599).optional(),
      body: z.unknown().optional(),
    }),
  )
  .max(1000)

/** Each form of a step under the field that makes it that form, in the order in which they are told apart. */
const forms = {
  attachment: z.strictObject({ attachment: z.union([address, z.array(address).min(1).max(10)]), text: z.string().optional(), ...client }),
  text: z.strictObject({ text: z.string(), ...client }),
  button: z.strictObject({ button: z.string().min(1), ...client }),
  callback: z.strictObject({ callback: z.string().min(1), ...client }),
  advance: z.strictObject({
    advance: z.string().regex(/^\s*[0-9]+(\.[0-9]+)?\s*[smhd]\s*$/, 'A number and s, m, h or d, for example "10m".'),
    ...client,
  }),
  answers: z.strictObject({ answers: answers, ...client }),
  at: z.strictObject({
    at: z.iso.datetime({ offset: true, error: 'A moment with its offset, for example "2026-03-10T14:05:00+03:00".' }),
    ...client,
  }),
}

export type StubbedAnswer = z.infer<typeof answers>[number]

type Forms = typeof forms

/** One step of a dialogue (docs/cli.md, simulate). */
export type DialogueStep = { [Form in keyof Forms]: z.infer<Forms[Form]> }[keyof Forms]

export type ReadStep =
  | { readonly ok: true; readonly step: DialogueStep }
  | { readonly ok: false; readonly path: string; readonly message: string }

const kinds = ['attachment', 'text', 'button', 'callback', 'advance', 'at', 'answers'] as const

/** Reads one step. What is wrong is told of the form that it was meant to have, with the path within the step, e.g. `.advance`. */
export function readStep(plain: unknown): ReadStep {
  const kind = typeof plain === 'object' && plain !== null ? kinds.find((each) => Object.hasOwn(plain, each)) : undefined
  if (kind === undefined) return { ok: false, path: '', message: `A step has one of ${kinds.join(', ')}.` }
  const read = forms[kind].safeParse(plain)
  if (read.success) return { ok: true, step: read.data }
  const [issue] = read.error.issues
  return { ok: false, path: (issue?.path ?? []).map((part) => `.${String(part)}`).join(''), message: issue?.message ?? '' }
}
