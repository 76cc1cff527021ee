/**
 * The trace of a turn told in the order in which it went, for a person who has never programmed: what was looked at and why it did or did not fire,
 * what was computed, said, planned, cancelled.
 */
import type { Tier, Trace, TraceEntry } from '@voronka/flow/engine'
import type { TFunction } from 'i18next'

export type Say = TFunction<'test-chat'>

/** How elements of the flow are called, and moments written. */
export interface Names {
  block(number: number): string
  /** With what it waits for and where it leads. */
  arrow(id: number): string
  moment(ms: number): string
  /** What a start or quick-answer block waits for; empty when it waits for anything. */
  condition(block: number): string
  /** A finding of the calculator, or of the engine under the same codes; undefined: it has no words for that code. */
  finding(finding: { readonly code: string; readonly facts: Readonly<Record<string, string>> }): string | undefined
}

export type Tone = 'good' | 'bad' | 'plain' | 'quiet'

export interface Row {
  readonly tone: Tone
  readonly text: string
  /** What stands beside it in smaller letters. */
  readonly detail?: string
  readonly block?: number
  readonly arrow?: number
  /** Source and value of a calculator line. */
  readonly line?: { readonly source: string; readonly target?: string; readonly value?: string }
}

export type Chapter =
  /** One tier of the search: what was examined, and what fired. */
  | { readonly kind: 'search'; readonly title: string; readonly rows: readonly Row[]; readonly fired: boolean }
  /** A block that was executed, with everything that happened in it. */
  | {
      readonly kind: 'visit'
      readonly title: string
      readonly detail: string
      readonly block: number
      readonly arrow?: number
      readonly rows: readonly Row[]
    }
  | { readonly kind: 'notes'; readonly rows: readonly Row[] }

interface OpenChapter {
  readonly head: { kind: 'search'; tier: Tier } | { kind: 'visit'; entry: Extract<TraceEntry, { type: 'entered' }> } | { kind: 'notes' }
  readonly rows: Row[]
  fired: boolean
}

export function traceStory({ entries }: Trace, names: Names, say: Say): Chapter[] {
  const chapters: OpenChapter[] = []
  for (const entry of entries) {
    if (entry.type === 'entered') chapters.push({ head: { kind: 'visit', entry }, rows: [], fired: false })
    else if (entry.type === 'examined') {
      const chapter = searchOf(chapters, entry.tier)
      chapter.rows.push(examinedRow(entry, names, say))
      chapter.fired ||= entry.why === 'fired' || entry.why === 'planned'
    } else notesFor(chapters, entry).rows.push(row(entry, names, say))
  }
  return chapters.map((chapter) => closed(chapter, names, say))
}

/** What the client did, as the headline of a turn. */
export function turnTitle({ event }: Trace, say: Say): string {
  const { kind, subject } = event
  // A text of its own: the keys of the catalogue and the kinds of events are long unions, and TypeScript gives up on comparing them.
  if (kind === 'say') return say('events.say')
  return say(`events.${kind}`, { subject })
}

function searchOf(chapters: OpenChapter[], tier: Tier): OpenChapter {
  const last = chapters.at(-1)
  if (last?.head.kind === 'search' && last.head.tier === tier) return last
  const made: OpenChapter = { head: { kind: 'search', tier }, rows: [], fired: false }
  chapters.push(made)
  return made
}

/** What happens after a block was entered belongs to it; before any block it stands on its own. */
function notesFor(chapters: OpenChapter[], entry: TraceEntry): OpenChapter {
  const last = chapters.at(-1)
  const ofAnother =
    last?.head.kind === 'visit' && 'block' in entry && typeof entry.block === 'number' && entry.block !== last.head.entry.block
  if (last && last.head.kind !== 'search' && !ofAnother) return last
  const made: OpenChapter = { head: { kind: 'notes' }, rows: [], fired: false }
  chapters.push(made)
  return made
}

function closed({ head, rows, fired }: OpenChapter, names: Names, say: Say): Chapter {
  if (head.kind === 'notes') return { kind: 'notes', rows }
  if (head.kind === 'search') return { kind: 'search', title: say(`tiers.${head.tier}`), rows, fired }
  const { block, by, arrow, position } = head.entry
  const detail = [say(`entered.${by}`), position === block ? '' : say('entered.visited')].filter(Boolean).join(' · ')
  return { kind: 'visit', title: names.block(block), detail, block, arrow, rows }
}

type Examined = Extract<TraceEntry, { type: 'examined' }>

function examinedRow({ block, arrow, why, facts = {} }: Examined, names: Names, say: Say): Row {
  const text = arrow === undefined ? names.block(block ?? 0) : names.arrow(arrow)
  const condition = arrow === undefined && block !== undefined ? names.condition(block) : ''
  const detail = [condition && say('waitsFor', { condition }), say(`why.${why}`), ...Object.values(facts).filter(Boolean)]
    .filter(Boolean)
    .join(' · ')
  return { tone: why === 'fired' || why === 'planned' ? 'good' : 'quiet', text, detail, block, arrow }
}

function row(entry: Exclude<TraceEntry, { type: 'examined' | 'entered' }>, names: Names, say: Say): Row {
  switch (entry.type) {
    case 'ignored':
      return { tone: 'bad', text: say(`ignored.${entry.why}`) }
    case 'resubscribed':
      return { tone: 'plain', text: say('resubscribed') }
    case 'nothing-matched':
      return { tone: 'bad', text: say('nothingMatched') }
    case 'collected':
      return { tone: 'good', text: say('collected', { variable: entry.variable, value: entry.value }), arrow: entry.arrow }
    case 'line':
      return lineRow(entry, names)
    case 'requested':
      return {
        tone: 'plain',
        text: say('requested', { method: entry.method, url: entry.url }),
        detail: [...entry.headers.map((header) => header.join(': ')), entry.body ?? ''].filter(Boolean).join('\n') || undefined,
        block: entry.block ?? undefined,
      }
    case 'webhook':
      return { tone: 'plain', text: say('webhook', { url: entry.url }), block: entry.block }
    case 'answered':
      return answeredRow(entry, say)
    case 'acted':
      return {
        tone: entry.done ? 'good' : 'bad',
        text: say(`acted.${entry.action.type}`, { target: actionTarget(entry.action) }),
        detail: entry.done ? undefined : say('actedNothing'),
        block: entry.block,
      }
    case 'operator':
      return { tone: 'plain', text: say(`operatorActs.${entry.act}`) }
    case 'said':
      return { tone: 'good', text: say('said', { text: shortened(entry.text) || say('attachmentOnly') }), block: entry.block ?? undefined }
    case 'said-nothing':
      return { tone: 'quiet', text: say(`silent.${entry.why}`), block: entry.block }
    case 'order-closed':
      return { tone: 'plain', text: say('orderClosed', { order: entry.order ?? '—' }) }
    case 'limit':
      return { tone: 'bad', text: say(`limits.${entry.limit}`), detail: names.block(entry.block), block: entry.block }
    case 'problem':
      return {
        tone: 'bad',
        text: say('problem', { what: problemText(entry, names, say) }),
        detail: factsText(entry.facts),
        block: entry.block,
        arrow: entry.arrow,
      }
    default:
      return timerRow(entry, names, say)
  }
}

/** What an action is about: the number of a list or state, the name of a label. */
function actionTarget(action: Extract<TraceEntry, { type: 'acted' }>['action']): string {
  if (action.type === 'python') return ''
  return String('list' in action ? action.list : 'state' in action ? action.state : action.label)
}

function answeredRow({ status, body, failure, tookMs, attempts }: Extract<TraceEntry, { type: 'answered' }>, say: Say): Row {
  const facts = [
    tookMs === undefined ? '' : say('tookMs', { ms: Math.round(tookMs) }),
    attempts === undefined || attempts < 2 ? '' : say('attempts', { count: attempts }),
  ]
  const detail = [facts.filter(Boolean).join(' · '), body].filter(Boolean).join('\n') || undefined
  if (failure) return { tone: 'bad', text: say(`callFailed.${failure}`), detail }
  return { tone: status < 400 ? 'good' : 'bad', text: say('answered', { status }), detail }
}

type Timer = Extract<TraceEntry, { type: 'planned' | 'not-planned' | 'cancelled' | 'postponed' | 'dropped' | 'late' }>

function timerRow(entry: Timer, names: Names, say: Say): Row {
  switch (entry.type) {
    case 'planned': {
      const { arrow, to, due } = entry.pending
      return { tone: 'plain', text: say('planned', { block: names.block(to), moment: names.moment(due) }), arrow }
    }
    case 'not-planned':
      return {
        tone: 'quiet',
        text: say('notPlanned', { arrow: names.arrow(entry.arrow) }),
        detail: say(`notPlannedWhy.${entry.why}`),
        arrow: entry.arrow,
      }
    case 'cancelled':
      return {
        tone: 'plain',
        text: say('cancelled', { block: names.block(entry.pending.to) }),
        detail: say(`cancelledWhy.${entry.why}`),
        arrow: entry.pending.arrow,
      }
    case 'postponed':
      return { tone: 'plain', text: say(`postponed.${entry.why}`, { moment: names.moment(entry.until) }) }
    case 'late':
      return { tone: 'plain', text: lateText(entry.by, say) }
    case 'dropped':
      return {
        tone: 'bad',
        text: say('dropped', { block: names.block(entry.pending.to) }),
        detail: say(`droppedWhy.${entry.why}`),
        arrow: entry.pending.arrow,
      }
    default:
      return entry satisfies never
  }
}

/** In the largest unit that says enough. */
function lateText(by: number, say: Say): string {
  const seconds = Math.round(by / 1000)
  if (seconds < 120) return say('late.seconds', { value: seconds })
  const minutes = Math.round(seconds / 60)
  return minutes < 120 ? say('late.minutes', { value: minutes }) : say('late.hours', { value: Math.round(minutes / 60) })
}

function lineRow({ block, line, source, target, value, diagnostic }: Extract<TraceEntry, { type: 'line' }>, names: Names): Row {
  const failed = diagnostic?.severity === 'error'
  return {
    tone: failed ? 'bad' : 'plain',
    text: String(line),
    detail: diagnostic && (names.finding(diagnostic) ?? diagnostic.code),
    line: { source, target, value },
    block,
  }
}

/** The engine's own problems; those of the calculator have words of their own. */
const ownProblems = ['comparison-error', 'bad-button-code', 'no-such-block', 'limit-pattern'] as const

function problemText({ code, facts }: Extract<TraceEntry, { type: 'problem' }>, names: Names, say: Say): string {
  const own = ownProblems.find((known) => known === code)
  // A code that nobody has words for is better than nothing.
  return own ? say(`problems.${own}`) : (names.finding({ code, facts }) ?? code)
}

function factsText(facts: Readonly<Record<string, string>>): string | undefined {
  const text = Object.values(facts).filter(Boolean).join(' · ')
  return text || undefined
}

function shortened(text: string): string {
  const line = text.trim().replace(/\s+/g, ' ')
  const characters = Array.from(line)
  return characters.length > 120 ? `${characters.slice(0, 119).join('')}…` : line
}
