import { z } from 'zod'

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
  readonly params: z.ZodObject
  readonly query: z.ZodObject
  readonly body: z.ZodType | undefined
  readonly output: z.ZodType<Out>
  /** Reads the merged path, query and body values; phantom for the type of the input. */
  readonly input?: In
}

interface Spec<P extends z.ZodRawShape, Q extends z.ZodRawShape, B extends z.ZodType, O extends z.ZodType> {
  readonly name: string
  readonly method: Endpoint['method']
  readonly path: string
  readonly summary: string
  readonly tag: string
  readonly params?: P
  readonly query?: Q
  readonly body?: B
  readonly output: O
}

type Shape<S> = S extends z.ZodRawShape ? z.output<z.ZodObject<S>> : unknown

export function endpoint<
  O extends z.ZodType,
  P extends z.ZodRawShape = Record<never, never>,
  Q extends z.ZodRawShape = Record<never, never>,
  B extends z.ZodType = z.ZodType<Record<never, never>>,
>(spec: Spec<P, Q, B, O>): Endpoint<Shape<P> & Shape<Q> & z.output<B>, z.output<O>> {
  return {
    name: spec.name,
    method: spec.method,
    path: spec.path,
    summary: spec.summary,
    tag: spec.tag,
    params: z.object(spec.params ?? {}),
    query: z.object(spec.query ?? {}),
    body: spec.body,
    output: spec.output as unknown as z.ZodType<z.output<O>>,
  }
}

/** An id in a path or query: a positive whole number in decimal digits (reliability-promises, P7.2). */
export const id = z
  .string()
  .regex(/^[1-9][0-9]{0,15}$/, 'A positive whole number')
  .transform(Number)
  .pipe(z.int().max(Number.MAX_SAFE_INTEGER))

/** The answer of a call that has nothing to say. */
export const done = z.object({ ok: z.literal(true) })

/** Every failure of `/api` has this shape (architecture, section 6). */
export const failureSchema = z.object({
  error: z.object({ code: z.string(), message: z.string(), details: z.unknown().optional() }),
})
export type FailureBody = z.infer<typeof failureSchema>
