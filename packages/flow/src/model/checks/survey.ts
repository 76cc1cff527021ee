import type { Arrow, Block, Project } from '../flow.ts'
import { inFiringOrder } from '../kinds.ts'
import type { Signatures } from '../parse-text.ts'
import type { Digest } from './digest.ts'

/** What the project has beside its funnel that actions can name. */
export interface Targets {
  readonly lists: ReadonlySet<number>
  readonly states: ReadonlySet<number>
  readonly labels: ReadonlySet<string>
  /** Kinds of messengers that are connected, as far as that is known. */
  readonly messengers?: ReadonlySet<string>
}

/** A project laid out for the checks that look at how things stand to each other. */
export interface Survey {
  readonly project: Project
  readonly signatures: Signatures
  readonly blocks: ReadonlyMap<number, Block>
  /** Arrows of a block in the order in which they are examined (8.2). */
  outgoing(block: number): readonly Arrow[]
  incoming(block: number): readonly Arrow[]
  /** Undefined: nobody can tell here, as with a flow document alone. */
  readonly targets: Targets | undefined
  /** Everything that has texts, with what they say. */
  readonly things: readonly { readonly digest: Digest }[]
}

export function surveyOf(project: Project, { signatures, things, targets }: Pick<Survey, 'signatures' | 'things' | 'targets'>): Survey {
  const outgoing = grouped(project.arrows, ({ from }) => from)
  const incoming = grouped(project.arrows, ({ to }) => to)
  for (const arrows of outgoing.values()) arrows.sort(inFiringOrder)
  return {
    project,
    signatures,
    targets,
    blocks: new Map(project.blocks.map((block) => [block.number, block])),
    outgoing: (block) => outgoing.get(block) ?? [],
    incoming: (block) => incoming.get(block) ?? [],
    things,
  }
}

function grouped(arrows: readonly Arrow[], key: (arrow: Arrow) => number): Map<number, Arrow[]> {
  const groups = new Map<number, Arrow[]>()
  for (const arrow of arrows) {
    const group = groups.get(key(arrow))
    if (group) group.push(arrow)
    else groups.set(key(arrow), [arrow])
  }
  return groups
}
