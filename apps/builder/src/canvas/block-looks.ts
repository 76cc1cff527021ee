import type { BlockType, MatchType } from '@voronka/flow'
import { BadgeCheck, CornerDownRight, MessageSquare, MessageSquareReply, Play, StickyNote } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'

interface Look {
  readonly icon: LucideIcon
  /** Colour of the header strip and of what is written on it. */
  readonly strip: string
  /** The same as a CSS colour, for what is not drawn with classes. */
  readonly color: string
}

/** How each kind of block looks (builder-and-runtime, section 3). */
export const blockLooks: Readonly<Record<BlockType, Look>> = {
  start: { icon: Play, strip: 'bg-kind-start text-on-kind-start', color: 'var(--color-kind-start)' },
  state: { icon: MessageSquare, strip: 'bg-kind-state text-on-kind-state', color: 'var(--color-kind-state)' },
  nonstate: { icon: CornerDownRight, strip: 'bg-kind-nonstate text-on-kind-nonstate', color: 'var(--color-kind-nonstate)' },
  nonstate_cond: {
    icon: MessageSquareReply,
    strip: 'bg-kind-nonstate-cond text-on-kind-nonstate-cond',
    color: 'var(--color-kind-nonstate-cond)',
  },
  close_order: { icon: BadgeCheck, strip: 'bg-kind-close-order text-on-kind-close-order', color: 'var(--color-kind-close-order)' },
  comment: { icon: StickyNote, strip: 'bg-kind-comment text-on-kind-comment', color: 'var(--color-kind-comment)' },
}

/** One sign for how a condition is compared; its name is in the tooltip. */
export const matchGlyphs: Readonly<Record<MatchType, string>> = { fuzzy: '≈', keywords: '∋', exact: '=', regex: '.*', semantic: '✦' }
