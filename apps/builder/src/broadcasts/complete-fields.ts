import type { Audience, BroadcastContent } from '@voronka/api'
import type { BroadcastFields } from './use-broadcast-actions.ts'

/** What is being written: a text that may still be empty, a block that may not be chosen yet. */
export interface WrittenBroadcast {
  readonly name: string
  readonly kind: 'text' | 'block'
  readonly text: string
  readonly attachments: readonly Attachment[]
  readonly block: number | null
  readonly audience: Audience
  readonly pace: string
}
export type Attachment = Extract<BroadcastContent, { kind: 'text' }>['attachments'][number]

export const usualPace = 30

export const isPace = (pace: string): boolean => /^\d{1,4}([.,]\d)?$/.test(pace.trim()) && paceOf(pace) >= 0.1 && paceOf(pace) <= 1000
export const paceOf = (pace: string): number => Number(pace.trim().replace(',', '.'))

/** What would be sent; undefined: nothing yet. */
export function contentOf({
  kind,
  text,
  attachments,
  block,
}: Omit<WrittenBroadcast, 'name' | 'audience' | 'pace'>): BroadcastContent | undefined {
  if (kind === 'block') return block === null ? undefined : { kind, block }
  return text.trim() ? { kind, text: text.trim(), attachments: [...attachments] } : undefined
}

/** A condition on a variable without a name is not written to its end: it does not count yet. */
export const audienceOf = (audience: Audience): Audience => ({
  ...audience,
  variables: audience.variables.filter(({ name }) => name.trim()),
})

/** The draft as it can be kept on the server; undefined while it has no message. */
export function completeFields(written: WrittenBroadcast): BroadcastFields | undefined {
  const content = contentOf(written)
  if (!content) return undefined
  return {
    name: written.name.trim(),
    content,
    audience: audienceOf(written.audience),
    pace: isPace(written.pace) ? paceOf(written.pace) : usualPace,
  }
}

/** A draft of the server, to be written on; none: an empty one. */
export function writtenFrom(fields: BroadcastFields | undefined, audience: Audience): WrittenBroadcast {
  const content = fields?.content
  return {
    name: fields?.name ?? '',
    kind: content?.kind ?? 'text',
    text: content?.kind === 'text' ? content.text : '',
    attachments: content?.kind === 'text' ? content.attachments : [],
    block: content?.kind === 'block' ? content.block : null,
    audience: fields?.audience ?? audience,
    pace: String(fields?.pace ?? usualPace),
  }
}
