import { compileExpression, compileTemplate, fromPlain, type Library, type Scopes, type Value } from '@voronka/calculator'
import { z } from 'zod'
import { matchTypes } from '../model/flow.ts'
import { compileMatcher, decide, type Known } from './matcher.ts'
import { Subject } from './subject.ts'

const caseSchema = z.object({
  match_type: z.enum(matchTypes),
  condition: z.string(),
  message: z.string(),
  variables: z.record(z.string(), z.unknown()).nullish(),
  ignore: z.string().nullish(),
  compare: z.string().nullish(),
})

/**
 * Decides one case in the form of builder-and-runtime, section 7.8: does the message match? `variables` are order variables, with a
 * prefix (`client.x`, `project.x`) those of that scope, and where they have the name of a built-in its value; null is absent. `question` is
 * the message unless given, `tag` and `message_id` are `NONE`. There is no clock, and no client for functions to act upon: those that need
 * one give nothing. An optional field may also be null. Throws a sentence when the case is not in that form.
 */
export async function matchCase(line: unknown, library: Library): Promise<boolean> {
  const read = caseSchema.safeParse(line)
  if (!read.success) throw new Error(read.error.issues.map(({ path, message }) => `${path.join('.') || 'case'}: ${message}`).join('; '))
  const { match_type: matchType, condition, message, variables, ignore, compare } = read.data
  const scopes = scopesOf(variables ?? {}, message)
  const world = { now: () => 0, random: () => 0, zone: 'UTC', language: 'ru', ports: undefined } as const
  const matcher = compileMatcher({ matchType, condition, ignore: ignore ?? '', compare: compare ?? '' })
  const subject = new Subject(message)
  const known: Known = {}
  for (;;) {
    const answer = decide(matcher, subject, known)
    if (typeof answer !== 'string') return answer.matches
    if (answer === 'compare') known.compare = await compileExpression(matcher.compare ?? '', library).evaluate(scopes, world)
    else known[answer] = await compileTemplate(matcher[answer]?.source ?? '', library).render(scopes, world)
  }
}

function scopesOf(variables: Readonly<Record<string, unknown>>, message: string): Scopes {
  const scopes = { order: new Map<string, Value>(), client: new Map<string, Value>(), project: new Map<string, Value>() }
  for (const [key, plain] of Object.entries(variables)) {
    const [, scope = 'order', name = key] = /^(client|project)\.(.*)$/s.exec(key) ?? []
    const value = fromPlain(plain)
    if (value !== null && (scope === 'order' || scope === 'client' || scope === 'project')) scopes[scope].set(name, value)
  }
  const builtins = new Map<string, Value>([['question', message], ['tag', 'NONE'], ['message_id', 'NONE'], ...scopes.order])
  return { ...scopes, constants: new Map(), builtin: (name) => builtins.get(name) }
}
