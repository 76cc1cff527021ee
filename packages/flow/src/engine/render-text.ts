import type { OpenTurn } from './open-turn.ts'
import { settle, type Step } from './steps.ts'

/** Replaces `#{...}`. */
export function* render({ tools, scope }: OpenTurn, text: string): Step<string> {
  return text.includes('#{') ? yield* settle(tools.render(text, scope)) : text
}

/** Empty, or `#{none}`: send nothing. */
export function isNothing(text: string): boolean {
  const trimmed = text.trim()
  return trimmed === '' || trimmed.toLowerCase() === '#{none}'
}
