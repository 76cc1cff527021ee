import { z } from 'zod'
import type { Access } from './access.ts'

/**
 * One operation of the application's own API: where it is, what it reads and what it answers. The runtime joins it to code, the builder
 * calls it, OpenAPI is printed from it.
 */
export interface Endpoint<In = unknown, Out = unknown> {
  readonly name: string
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete'
  /** With `:name` for path parameters, e.g. `/api/projects/:projectId`. */
  readonly path: string
  readonly summary: string
  readonly tag: string
  /** Who may call it; the server refuses everybody else. */
  readonly access: Access
  /** Its body is a file: `multipart/form-data` with one part named `file`. The server reads it as it arrives. */
  readonly upload: boolean
  readonly params: z.ZodObject
  readonly query: z.ZodObject
  readonly body: z.ZodType<object> | undefined
  readonly output: z.ZodType<Out>
  /** Reads what a caller sent into one value; what is wrong is told field by field. Unknown fields are passed over. */
  read(raw: RawInput): ReadInput<In>
  /** Never there: carries the type of the input. */
  readonly input?: In
}

export interface RawInput {
  readonly params: unknown
  readonly query: unknown
  readonly body: unknown
}

export type ReadInput<In> = { readonly ok: true; readonly input: In } | { readonly ok: false; readonly problems: readonly FieldProblem[] }

/** `path` is the field as its sender knows it: `projectId`, `edits[3].block.number`; empty for the body as a whole. */
export interface FieldProblem {
  readonly in: 'path' | 'query' | 'body'
  readonly path: string
  readonly message: string
}

interface Spec<P extends z.ZodRawShape, Q extends z.ZodRawShape, B extends object, Out> {
  readonly name: string
  readonly method: Endpoint['method']
  readonly path: string
  readonly summary: string
  readonly tag: string
  readonly access: Access
  readonly upload?: true
  readonly params?: P
  readonly query?: Q
  readonly body?: z.ZodType<B>
  readonly output: z.ZodType<Out>
}

/** What a shape reads; a shape with no fields adds nothing. */
type Fields<S extends z.ZodRawShape> = keyof S extends never ? unknown : z.output<z.ZodObject<S>>
type Nothing = Record<never, never>

/** Makes the types of `read` follow from the schemas, so that they cannot disagree. */
export function endpoint<Out, P extends z.ZodRawShape = Nothing, Q extends z.ZodRawShape = Nothing, B extends object = Nothing>(
  spec: Spec<P, Q, B, Out>,
): Endpoint<Fields<P> & Fields<Q> & B, Out>
export function endpoint(spec: Spec<z.ZodRawShape, z.ZodRawShape, object, unknown>): Endpoint<object> {
  const { name, method, path, summary, tag, access, upload = false, body, output } = spec
  const params = z.object(spec.params)
  const query = z.object(spec.query)
  return {
    name,
    method,
    path,
    summary,
    tag,
    access,
    upload,
    params,
    query,
    body,
    output,
    read(raw) {
      const inPath = params.safeParse(raw.params)
      const inQuery = query.safeParse(raw.query)
      const inBody = body?.safeParse(raw.body)
      if (inPath.success && inQuery.success && inBody?.success !== false) {
        return { ok: true, input: Object.assign(inPath.data, inQuery.data, inBody?.data) }
      }
      const problems = [...problemsOf('path', inPath.error), ...problemsOf('query', inQuery.error), ...problemsOf('body', inBody?.error)]
      return { ok: false, problems }
    },
  }
}

/** So many faults are told at once. */
const mostProblems = 50

const problemsOf = (place: FieldProblem['in'], error: z.ZodError | undefined): FieldProblem[] =>
  (error?.issues ?? []).slice(0, mostProblems).map(({ path, message }) => ({ in: place, path: pathText(path), message }))

const pathText = (path: readonly PropertyKey[]): string =>
  path.map((key, index) => (typeof key === 'number' ? `[${key}]` : `${index ? '.' : ''}${String(key)}`)).join('')

/** An id in a path or query: a positive whole number in decimal digits (reliability-promises, P7.2). */
export const id = z
  .string()
  .regex(/^[1-9][0-9]{0,15}$/, 'A positive whole number')
  .transform(Number)
  .pipe(z.int().max(Number.MAX_SAFE_INTEGER))

/** A moment as the API writes it, in UTC. */
export const moment = z.iso.datetime()

/** An IANA time zone that this machine knows. */
export const timezone = z.string().max(100).refine(isTimezone, 'No such time zone; write it like Europe/Riga')

function isTimezone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}

/** The answer of a call that has nothing to say. */
export const done = z.object({ ok: z.literal(true) })

/** Every failure of `/api` has this shape (architecture, section 6). */
export const failureSchema = z.object({
  error: z.object({ code: z.string(), message: z.string(), details: z.unknown().optional() }),
})
export type FailureBody = z.infer<typeof failureSchema>
