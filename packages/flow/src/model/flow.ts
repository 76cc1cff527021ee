/**
 * The flow document (architecture, section 5): sheets, blocks and arrows as one JSON document. Field names are those of the
 * builder-and-runtime reference in camelCase. In memory every field is present; the file leaves out what has its default.
 */
import { z } from 'zod'

export const blockTypes = ['start', 'state', 'nonstate', 'nonstate_cond', 'close_order', 'comment'] as const
export const matchTypes = ['fuzzy', 'keywords', 'exact', 'regex', 'semantic'] as const
export const delayUnits = ['seconds', 'minutes', 'hours', 'days', 'months'] as const
export const attachmentKinds = ['link', 'image', 'video', 'audio', 'file'] as const
export const textFormats = ['plain', 'markdown', 'html'] as const
export const buttonKinds = ['reply', 'inline', 'auto'] as const

/**
 * `text`: acts as if the client typed the caption. `callback`: sends its callback text. `url`: opens a link. `phone`, `location`: where a messenger knows
 * them, it asks the client for his number or place; elsewhere they are as `text`.
 */
export const buttonActions = ['text', 'callback', 'url', 'phone', 'location'] as const

const blockNumber = z.int().positive()
const arrowId = z.int().positive()
const priority = z.number().default(10)
const point = z.object({ x: z.number(), y: z.number() })

/** Section 4, the Condition fields, shared by conditional blocks and arrows (sections 4, 6, 7). */
const conditionFields = {
  condition: z.string().default(''),
  matchType: z.enum(matchTypes).default('fuzzy'),
  /** "Strings not to answer" (7.6). */
  ignore: z.string().default(''),
  /** "Variable for comparison" (7.7). */
  compare: z.string().default(''),
  priority,
}

/** One button of the Buttons tab (section 14). `id` is unique within its block; an arrow may be drawn from it. */
export const buttonSchema = z.object({
  id: z.int().positive(),
  text: z.string().default(''),
  action: z.enum(buttonActions).default('text'),
  callback: z.string().default(''),
  url: z.string().default(''),
  line: z.int().nonnegative().default(0),
  indexInLine: z.int().nonnegative().default(0),
  color: z.string().default(''),
})

/** One file or link of a block. Either an address or a file that the installation stores (section 15). */
export const attachmentSchema = z.object({
  url: z.string().default(''),
  name: z.string().default(''),
})

/** Switched off, an action stays where it is and is passed over. */
const off = z.boolean().default(false)

/**
 * What a block does besides its script, in the order listed (sections 4 and 5). Lists, states and labels are those of the project: by number, labels by
 * name. Python is kept as it was imported and never run.
 */
export const actionSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('move-to-state'), state: z.int().nonnegative().default(0), off }),
  z.object({ type: z.literal('add-to-list'), list: z.int().nonnegative().default(0), off }),
  z.object({ type: z.literal('remove-from-list'), list: z.int().nonnegative().default(0), off }),
  z.object({ type: z.literal('move-to-list'), list: z.int().nonnegative().default(0), off }),
  z.object({ type: z.literal('add-label'), label: z.string().default(''), off }),
  z.object({ type: z.literal('remove-label'), label: z.string().default(''), off }),
  z.object({ type: z.literal('python'), code: z.string().default(''), off }),
])
/** The types of an API request: how it is asked, and how what it sends is written (http-api, section 10). */
export const requestTypes = ['get', 'post_form', 'post_json', 'put', 'patch', 'delete'] as const

/** A name and a value, both of which may hold `#{}`. */
export const requestFieldSchema = z.object({ name: z.string().default(''), value: z.string().default('') })

/** What of a JSON answer goes into which variable: `path` is `key|0|key`. */
export const savedValueSchema = z.object({ path: z.string().default(''), variable: z.string().default('') })

/** The API request tab (section 4; http-api, section 10). */
export const requestSchema = z.object({
  type: z.enum(requestTypes).default('get'),
  url: z.string().default(''),
  /** Parameters of the address; of `post_form`: the fields of the form. */
  params: z.array(requestFieldSchema).default([]),
  headers: z.array(requestFieldSchema).default([]),
  /** JSON or text; not of `get` and `post_form`. */
  body: z.string().default(''),
  /** Seconds that one attempt may take. */
  timeout: z.number().min(1).max(10).default(10),
  /** Further attempts after no answer or a status of 500 and above. */
  retries: z.int().min(0).max(3).default(0),
  saved: z.array(savedValueSchema).default([]),
})

export const actionTypes = actionSchema.options.map((option) => option.shape.type.value)

export const blockSchema = z.object({
  /** Unique in the project, given in order, never reused. */
  number: blockNumber,
  type: z.enum(blockTypes).default('state'),
  /** Legacy kinds (section 3): `late` for an old "start of dialogue", `arrow` for an old "reminder". */
  tier: z.enum(['normal', 'late', 'arrow']).default('normal'),
  sheet: z.int().positive().default(1),
  name: z.string().default(''),
  x: z.number().default(0),
  y: z.number().default(0),

  ...conditionFields,
  answerOnce: z.boolean().default(false),
  callbackOnly: z.boolean().default(false),

  /** Text of the message; `#{none}` or empty sends nothing. For a comment: the text of the note. */
  text: z.string().default(''),
  format: z.enum(textFormats).default('plain'),
  protect: z.boolean().default(false),
  silent: z.boolean().default(false),
  keepInHistory: z.boolean().default(true),

  attachmentKind: z.enum(attachmentKinds).default('image'),
  attachments: z.array(attachmentSchema).default([]),

  buttonKind: z.enum(buttonKinds).default('auto'),
  buttons: z.array(buttonSchema).default([]),
  /** "Button code": JSON that, when not empty, is used instead of the list. */
  buttonCode: z.string().default(''),
  showButtons: z.boolean().default(true),
  showArrowButtons: z.boolean().default(true),
  /** Text sent only where the messenger has no buttons. */
  buttonHint: z.string().default(''),

  calculator: z.string().default(''),

  actions: z.array(actionSchema).default([]),

  /** null: the block asks nobody. */
  request: requestSchema.nullable().default(null),
  /** Address that the client's data is sent to when the block is executed; nobody waits for its answer. Empty: nothing is sent. */
  webhook: z.string().default(''),
})

export const delaySchema = z.object({
  /** A whole or fractional number, or a text with `#{}` that gives one when planning. 0 is a delay: go on at once. */
  value: z.union([z.number().nonnegative(), z.string()]),
  unit: z.enum(delayUnits).default('seconds'),
})

export const arrowSchema = z.object({
  /** Unique in the project, given in order, never reused. */
  id: arrowId,
  from: blockNumber,
  to: blockNumber,
  /** The button of the source block that the arrow is drawn from; its condition was filled with the button's text. */
  fromButton: z.int().positive().nullable().default(null),
  description: z.string().default(''),

  ...conditionFields,

  showAsButton: z.boolean().default(false),
  buttonLine: z.int().nonnegative().default(0),
  buttonIndex: z.int().nonnegative().default(0),
  buttonColor: z.string().default(''),

  /** "Client enters data": the answer is stored in `variable`. */
  collectsData: z.boolean().default(false),
  variable: z.string().default(''),

  /** null: the arrow waits for the client. */
  delay: delaySchema.nullable().default(null),
  /** `HH:MM` or a text with `#{}`. */
  time: z.string().default(''),
  /** `dd.mm.yyyy` or a text with `#{}`. */
  date: z.string().default(''),
  sendIfPassed: z.boolean().default(false),
  cancelIfLeft: z.boolean().default(false),
  cancelTimers: z.boolean().default(true),
  doNotCancel: z.boolean().default(false),
  once: z.boolean().default(false),

  bends: z.array(point).default([]),
  /** Where the label was dragged to, relative to the middle of the arrow. */
  label: point.nullable().default(null),
})

export const sheetSchema = z.object({ id: z.int().positive(), name: z.string() })

export const flowFormat = 1

export const flowSchema = z.object({
  format: z.literal(flowFormat),
  sheets: z.array(sheetSchema).default([{ id: 1, name: '1' }]),
  blocks: z.array(blockSchema).default([]),
  arrows: z.array(arrowSchema).default([]),
})

/** A named value of the project: a constant (flows only read it) or a variable's starting value (section 13). */
export const namedValueSchema = z.object({ name: z.string(), value: z.string() })

export const projectSettingsSchema = z.object({
  name: z.string().default(''),
  /** IANA name. */
  timezone: z.string().default('Europe/Moscow'),
  language: z.enum(['ru', 'en']).default('ru'),
  /** Section 9: sent once to a client whose very first message nothing matched. Empty: nothing. */
  firstMessage: z.string().default(''),
  /** Section 9: sent whenever nothing matched. Empty: nothing. */
  unknownAnswer: z.string().default(''),
  /** Section 10.2. */
  pendingLimit: z.int().positive().max(100_000).default(1000),
  /** What goes to messengers, mail and telephony is never repeated where nobody knows whether it arrived (reliability-promises, P1.4). */
  sendOnce: z.boolean().default(false),
  constants: z.array(namedValueSchema).default([]),
  variables: z.array(namedValueSchema).default([]),
})

/** A project file: the flow and everything beside it but people's data. */
export const projectSchema = flowSchema.extend({
  settings: projectSettingsSchema.prefault({}),
  /** The highest numbers ever given, so that deleted ones are not given again. Absent in hand-written files. */
  lastBlock: z.int().nonnegative().default(0),
  lastArrow: z.int().nonnegative().default(0),
})

export type BlockType = (typeof blockTypes)[number]
export type MatchType = (typeof matchTypes)[number]
export type DelayUnit = (typeof delayUnits)[number]
export type AttachmentKind = (typeof attachmentKinds)[number]
export type ButtonKind = (typeof buttonKinds)[number]
export type Point = z.infer<typeof point>
export type Button = z.infer<typeof buttonSchema>
export type Attachment = z.infer<typeof attachmentSchema>
export type Delay = z.infer<typeof delaySchema>
export type Action = z.infer<typeof actionSchema>
export type RequestType = (typeof requestTypes)[number]
export type RequestField = z.infer<typeof requestFieldSchema>
export type SavedValue = z.infer<typeof savedValueSchema>
export type ApiRequest = z.infer<typeof requestSchema>
export type Block = z.infer<typeof blockSchema>
export type Arrow = z.infer<typeof arrowSchema>
export type Sheet = z.infer<typeof sheetSchema>
export type Flow = z.infer<typeof flowSchema>
export type NamedValue = z.infer<typeof namedValueSchema>
export type ProjectSettings = z.infer<typeof projectSettingsSchema>
export type Project = z.infer<typeof projectSchema>
