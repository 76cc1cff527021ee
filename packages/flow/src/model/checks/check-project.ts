import { library } from '@voronka/functions'
import type { Arrow, Block, Project } from '../flow.ts'
import type { Signatures } from '../parse-text.ts'
import { mapInPieces, type Pieces } from '../pieces.ts'
import type { Check, Finding, Problem, Severity } from './check.ts'
import { digestOf } from './digest.ts'
import type { Digest } from './digest.ts'
import { checks } from './rules/all.ts'
import { surveyOf } from './survey.ts'
import type { Targets } from './survey.ts'

export interface CheckOptions {
  /** Functions by name; the whole library unless told. */
  readonly signatures?: Signatures
  /** Lists, states and labels of the project; without them nothing is said of what actions name. */
  readonly targets?: Targets
}

/**
 * Everything that is wrong or doubtful in a project: errors first, then by place. What did not change since the last call is not looked at again,
 * so asking after every edit is cheap: `applyEdits` keeps the identity of what it does not touch.
 */
export function checkProject(project: Project, { signatures = library, targets }: CheckOptions = {}): Problem[] {
  const memory = memoryOf(signatures)
  const things = [
    ...project.blocks.map((block) => memory.known(block, () => examined(block, digestOf(block, signatures)))),
    ...project.arrows.map((arrow) => memory.known(arrow, () => examined(arrow, digestOf(arrow, signatures)))),
  ]
  const survey = surveyOf(project, { signatures, things, targets })
  const problems = things.flatMap((thing) => thing.problems)
  for (const check of checks) {
    for (const finding of check.project?.(survey) ?? []) problems.push(problemOf(check, finding))
  }
  return problems.sort(inOrder)
}

/** Looks at everything by itself, so that `checkProject` has the rest to do: of ten thousand blocks that is the most of it. */
export function* checkAhead({ blocks, arrows }: Project, signatures: Signatures = library): Pieces<void> {
  const memory = memoryOf(signatures)
  yield* mapInPieces([...blocks, ...arrows], (thing) => void memory.known(thing, () => examined(thing, digestOf(thing, signatures))))
}

const problemOf = ({ code, severity }: Check, finding: Finding): Problem => ({ code, severity, facts: {}, ...finding })

const ranks: Readonly<Record<Severity, number>> = { error: 0, warning: 1, hint: 2 }

const inOrder = (a: Problem, b: Problem): number =>
  ranks[a.severity] - ranks[b.severity] ||
  (a.place.block ?? 0) - (b.place.block ?? 0) ||
  (a.place.arrow ?? 0) - (b.place.arrow ?? 0) ||
  (a.place.from ?? 0) - (b.place.from ?? 0)

/** What one block or arrow shows by itself, kept for as long as somebody holds that block or arrow. */
interface Examined {
  readonly digest: Digest
  readonly problems: readonly Problem[]
}

const blockChecks = checks.filter((check) => check.block)
const arrowChecks = checks.filter((check) => check.arrow)

function examined(thing: Block | Arrow, digest: Digest): Examined {
  const problems: Problem[] = []
  for (const check of 'number' in thing ? blockChecks : arrowChecks) {
    const findings = 'number' in thing ? check.block?.(thing, digest) : check.arrow?.(thing, digest)
    for (const finding of findings ?? []) problems.push(problemOf(check, finding))
  }
  return { digest, problems }
}

class Memory {
  private readonly examined = new WeakMap<Block | Arrow, Examined>()

  known(thing: Block | Arrow, examine: () => Examined): Examined {
    const found = this.examined.get(thing) ?? examine()
    this.examined.set(thing, found)
    return found
  }
}

const memories = new WeakMap<Signatures, Memory>()

function memoryOf(signatures: Signatures): Memory {
  const memory = memories.get(signatures) ?? new Memory()
  memories.set(signatures, memory)
  return memory
}
