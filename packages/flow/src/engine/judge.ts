import { decide, type Known, type Matcher, type MatchOutcome, type Subject } from '../matcher/index.ts'
import type { OpenTurn } from './open-turn.ts'
import { settle, type Step } from './steps.ts'

/** Does an element match? Renders and computes what the matcher asks for, and nothing else. */
export function* judge({ tools, scope }: OpenTurn, matcher: Matcher, subject: Subject): Step<MatchOutcome> {
  const known: Known = {}
  for (;;) {
    const answer = decide(matcher, subject, known)
    if (typeof answer !== 'string') return answer
    if (answer === 'compare') known.compare = yield* settle(tools.compare(matcher.compare ?? '', scope))
    else known[answer] = yield* settle(tools.render(matcher[answer]?.source ?? '', scope))
  }
}
