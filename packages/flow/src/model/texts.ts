/**
 * Which fields of a block or arrow are written in the language of the calculator, and how: the one list behind checks, search, renaming and
 * the rewriting of block numbers.
 */
import type { ApiRequest, Arrow, Block, Project, RequestField } from './flow.ts'

/** A script (calculator), one expression (variable for comparison), or a text with `#{...}` in it. */
export type TextKind = 'script' | 'expression' | 'template'

export interface FieldText {
  readonly field: BlockTextField | ArrowTextField
  /** Which button or attachment it belongs to. */
  readonly index?: number
  readonly kind: TextKind
  readonly source: string
}

export type BlockTextField =
  | 'condition'
  | 'ignore'
  | 'compare'
  | 'text'
  | 'buttons'
  | 'buttonCode'
  | 'buttonHint'
  | 'attachments'
  | 'calculator'
  | 'request'
  | 'webhook'
export type ArrowTextField = 'condition' | 'ignore' | 'compare' | 'delay' | 'time' | 'date'

/** Changes one text; the same text back means nothing to change. */
export type ChangeText = (source: string, kind: TextKind, field: FieldText['field'], index?: number) => string

/** Every text of a block that may hold names and calls, empty ones left out. */
export const blockTexts = (block: Block): FieldText[] => collect((note) => mapBlockTexts(block, note))

export const arrowTexts = (arrow: Arrow): FieldText[] => collect((note) => mapArrowTexts(arrow, note))

/** The block with its texts changed; the very same block when none did. */
export function mapBlockTexts(block: Block, change: ChangeText): Block {
  return patched(block, {
    ...mapCondition(block, change),
    text: change(block.text, 'template', 'text'),
    buttons: mapItems(block.buttons, (button, index) =>
      patched(button, {
        text: change(button.text, 'template', 'buttons', index),
        callback: change(button.callback, 'template', 'buttons', index),
        url: change(button.url, 'template', 'buttons', index),
      }),
    ),
    buttonCode: change(block.buttonCode, 'template', 'buttonCode'),
    buttonHint: change(block.buttonHint, 'template', 'buttonHint'),
    attachments: mapItems(block.attachments, (attachment, index) =>
      patched(attachment, { url: change(attachment.url, 'template', 'attachments', index) }),
    ),
    calculator: change(block.calculator, 'script', 'calculator'),
    request: block.request && mapRequest(block.request, change),
    webhook: change(block.webhook, 'template', 'webhook'),
  })
}

function mapRequest(request: ApiRequest, change: ChangeText): ApiRequest {
  const field = (of: RequestField): RequestField =>
    patched(of, { name: change(of.name, 'template', 'request'), value: change(of.value, 'template', 'request') })
  return patched(request, {
    url: change(request.url, 'template', 'request'),
    body: change(request.body, 'template', 'request'),
    params: mapItems(request.params, field),
    headers: mapItems(request.headers, field),
  })
}

export function mapArrowTexts(arrow: Arrow, change: ChangeText): Arrow {
  const { delay } = arrow
  return patched(arrow, {
    ...mapCondition(arrow, change),
    delay: delay && typeof delay.value === 'string' ? patched(delay, { value: change(delay.value, 'template', 'delay') }) : delay,
    time: change(arrow.time, 'template', 'time'),
    date: change(arrow.date, 'template', 'date'),
  })
}

/** Texts that the project itself sends. */
export const settingsTexts = ({
  settings,
}: Project): readonly { readonly field: 'firstMessage' | 'unknownAnswer'; readonly source: string }[] => [
  { field: 'firstMessage', source: settings.firstMessage },
  { field: 'unknownAnswer', source: settings.unknownAnswer },
]

const mapCondition = ({ condition, ignore, compare }: Block | Arrow, change: ChangeText) => ({
  condition: change(condition, 'template', 'condition'),
  ignore: change(ignore, 'template', 'ignore'),
  compare: change(compare, 'expression', 'compare'),
})

function collect(walk: (note: ChangeText) => unknown): FieldText[] {
  const found: FieldText[] = []
  walk((source, kind, field, index) => {
    if (source !== '' && source.trim() !== '') found.push(index === undefined ? { field, kind, source } : { field, index, kind, source })
    return source
  })
  return found
}

function mapItems<T>(items: T[], change: (item: T, index: number) => T): T[] {
  if (!items.length) return items
  const changed = items.map(change)
  return changed.every((item, index) => item === items[index]) ? items : changed
}

function patched<T extends object>(whole: T, fields: Partial<T>): T {
  for (const name in fields) if (fields[name] !== whole[name]) return { ...whole, ...fields }
  return whole
}
