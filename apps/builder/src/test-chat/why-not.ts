import { isConditional, isImmediate, listens, type Project } from '@voronka/flow'
import type { Trace, TraceEntry } from '@voronka/flow/engine'
import type { Names, Say } from './trace-story.ts'

export type Asked = { readonly block: number } | { readonly arrow: number }

type Examined = Extract<TraceEntry, { type: 'examined' }>

/** Why an arrow or a block did not fire in a turn - or that it did. Everything comes from the trace; what was not reached says what came first. */
export function whyNot(
  asked: Asked,
  trace: Trace,
  flow: Pick<Project, 'blocks' | 'arrows'>,
  position: number | null,
  names: Names,
  say: Say,
): string {
  const examined = trace.entries.filter((entry): entry is Examined => entry.type === 'examined')
  const own = examined.find((entry) =>
    'arrow' in asked ? entry.arrow === asked.arrow : entry.arrow === undefined && entry.block === asked.block,
  )
  if (own) return say(own.why === 'fired' || own.why === 'planned' ? 'whyNot.fired' : 'whyNot.examined', { why: say(`why.${own.why}`) })
  if (travelled(asked, trace)) return say('whyNot.travelled')
  const ignored = trace.entries.find((entry) => entry.type === 'ignored')
  if (ignored) return say(`ignored.${ignored.why}`)
  const structural = 'arrow' in asked ? arrowReason(asked.arrow, flow, position, names, say) : blockReason(asked.block, flow, say)
  if (structural) return structural
  const winner = examined.find(({ why }) => why === 'fired' || why === 'planned')
  if (!winner) return say('whyNot.notLookedAt')
  return say('whyNot.earlier', { winner: winner.arrow === undefined ? names.block(winner.block ?? 0) : names.arrow(winner.arrow) })
}

function travelled(asked: Asked, { entries }: Trace): boolean {
  return entries.some((entry) => entry.type === 'entered' && ('arrow' in asked ? entry.arrow === asked.arrow : entry.block === asked.block))
}

function arrowReason(id: number, { arrows }: Pick<Project, 'arrows'>, position: number | null, names: Names, say: Say): string | undefined {
  const arrow = arrows.find((one) => one.id === id)
  if (!arrow) return say('whyNot.gone')
  if (arrow.from !== position) return say('whyNot.notHere', { block: names.block(arrow.from) })
  if (isImmediate(arrow)) return say('whyNot.automatic')
  return listens(arrow) ? undefined : say('why.timer-only')
}

function blockReason(number: number, { blocks }: Pick<Project, 'blocks'>, say: Say): string | undefined {
  const block = blocks.find((one) => one.number === number)
  if (!block) return say('whyNot.gone')
  return isConditional(block.type) ? undefined : say('whyNot.unconditional')
}
