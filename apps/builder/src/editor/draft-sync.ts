import type { LiveEvent } from '@voronka/api'
import { applyEdits, editSchema, touched } from '@voronka/flow'
import type { Edit, Project } from '@voronka/flow'
import { z } from 'zod'
import { ApiError } from '../app/api-error.ts'
import { collisions } from './collisions.ts'
import { compactEdits } from './compact-edits.ts'
import type { SaveState } from './editor-state.ts'
import { findRun } from './find-run.ts'
import type { KeptEdits } from './kept-edits.ts'
import { restate } from './restate.ts'
import type { Transport } from './transport.ts'

/** Where the shown document lives; the sync changes it only when somebody else changed the draft. */
export interface DraftHost {
  project(): Project
  replace(project: Project): void
  show(save: SaveState): void
}

export interface SyncOptions {
  /** The random name of this page: its own edits come back in the stream of events. */
  readonly editor: string
  readonly transport: Transport
  readonly kept: KeptEdits
  /** How long to collect edits before they are sent together. */
  readonly batchMs?: number
  readonly firstRetryMs?: number
}

const longestRetryMs = 30_000
const mostAtOnce = 20_000

const conflictSchema = z.object({ revision: z.int(), edits: z.array(editSchema) })

/**
 * Keeps the draft on the server equal to the shown document (architecture, section 7): small edits against a revision, one request at a time, in order.
 *
 * Always: shown document = what the server has at `revision`, then `sent`, then `waiting`. While a conflict is open nothing is sent.
 */
export class DraftSync {
  private base: Project
  private revision: number
  private sent: Edit[] = []
  private waiting: Edit[] = []
  private theirs: Edit[] | undefined
  private heard: LiveEvent[] = []
  private timer: ReturnType<typeof setTimeout> | undefined
  private retryMs: number
  private running: Promise<void> | undefined
  private failures = 0
  private readonly host: DraftHost
  private readonly options: SyncOptions

  constructor(opened: { project: Project; revision: number }, host: DraftHost, options: SyncOptions) {
    this.base = opened.project
    this.revision = opened.revision
    this.host = host
    this.options = options
    this.retryMs = options.firstRetryMs ?? 1000
  }

  /** Edits that were just made in the shown document. */
  note(edits: readonly Edit[]): void {
    this.waiting = compactEdits([...this.waiting, ...edits])
    if (this.theirs) return this.showConflict(this.theirs)
    this.host.show({ state: 'saving', unsaved: this.unsaved.length })
    if (!this.busy && this.timer === undefined) this.plan(this.options.batchMs ?? 400)
  }

  /** Sends at once what waits; after a failure, tries again at once. */
  async flush(options?: { keepalive?: boolean }): Promise<void> {
    clearTimeout(this.timer)
    this.timer = undefined
    if (this.busy || this.theirs) return
    if (!this.sent.length) this.sent = this.waiting.splice(0, mostAtOnce)
    if (this.sent.length) await this.alone(() => this.send(options))
  }

  /** What the server tells of the draft. */
  hear(event: LiveEvent): void {
    this.heard.push(event)
    if (!this.busy) this.catchUp()
  }

  /** A person decided an open conflict. What he gave up is given back, so that it can be a step of the history. */
  resolve(choice: 'mine' | 'theirs'): readonly Edit[] {
    const theirs = this.theirs
    if (!theirs) return []
    const shown = this.host.project()
    const local = this.unsaved
    const kept = choice === 'mine' ? restate(this.base, shown, touched(local)) : this.withoutCollisions(local, theirs)
    const next = applyEdits(this.base, kept).project
    this.sent = []
    this.waiting = kept
    this.theirs = undefined
    this.host.replace(next)
    this.settle()
    return choice === 'mine' ? [] : restate(next, shown, touched(local))
  }

  /** Sends everything and gives the revision that the server then has. Throws when that cannot be done now. */
  async settled(): Promise<number> {
    while (this.unsaved.length || this.busy) {
      const before = this.failures
      await (this.running ?? this.flush())
      if (this.theirs || this.failures > before) throw new ApiError(0, 'unsaved', 'There are changes that could not be saved.')
    }
    return this.revision
  }

  /** Puts edits that an earlier page could not save on top of the draft; `theirs` is what others did to the draft since. */
  adopt(edits: readonly Edit[], theirs: readonly Edit[]): void {
    this.waiting = [...this.waiting, ...applicable(this.base, edits)]
    this.host.replace(applyEdits(this.base, this.waiting).project)
    this.keep()
    if (collisions(this.waiting, theirs).length) this.openConflict(theirs)
    else this.settle()
  }

  /** Keeps on this device what the server does not have yet. */
  keep(): void {
    if (this.unsaved.length) this.options.kept.keep(this.revision, this.unsaved)
  }

  private get busy(): boolean {
    return this.running !== undefined
  }

  private get unsaved(): Edit[] {
    return [...this.sent, ...this.waiting]
  }

  /** One conversation with the server at a time; what was heard meanwhile is looked at afterwards. */
  private async alone(work: () => Promise<void>): Promise<void> {
    this.running = work()
    await this.running
    this.running = undefined
    this.catchUp()
  }

  private async send(options?: { keepalive?: boolean }): Promise<void> {
    try {
      const { revision, missed } = await this.options.transport.save(this.revision, this.sent, options)
      this.saved(revision, missed)
    } catch (error) {
      this.refused(error)
    }
  }

  private plan(ms: number): void {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => void this.flush(), ms)
  }

  private saved(revision: number, missed: readonly Edit[]): void {
    this.base = applyEdits(applyEdits(this.base, missed).project, this.sent).project
    this.revision = revision
    this.sent = []
    this.retryMs = this.options.firstRetryMs ?? 1000
    if (missed.length) this.rebase(missed)
    this.settle()
  }

  private refused(error: unknown): void {
    const conflict = error instanceof ApiError && error.code === 'draft-conflict' ? conflictSchema.safeParse(error.details) : undefined
    if (conflict?.success) return this.meet(conflict.data.revision, conflict.data.edits)
    this.keep()
    this.failures++
    const unsaved = this.unsaved.length
    const passing = !(error instanceof ApiError) || error.passing
    this.host.show(passing ? { state: 'offline', unsaved } : { state: 'failed', unsaved, message: error.message })
    this.plan(this.retryMs)
    this.retryMs = Math.min(this.retryMs * 2, longestRetryMs)
  }

  /** Others were quicker. Their edits become the ground; ours are put on top of them, unless a person has to decide. */
  private meet(revision: number, edits: readonly Edit[]): void {
    const mine = findRun(edits, this.sent)
    this.base = applyEdits(this.base, edits).project
    this.revision = revision
    if (mine) this.sent = []
    this.waiting = this.unsaved
    this.sent = []
    this.rebase(mine ? edits.filter((edit) => !mine.has(edit)) : edits)
    this.settle()
  }

  /** Puts our unsaved edits on top of what others did, which `base` has already. */
  private rebase(theirs: readonly Edit[]): void {
    if (collisions(this.unsaved, theirs).length) return this.openConflict(theirs)
    try {
      this.host.replace(applyEdits(this.base, this.unsaved).project)
    } catch {
      this.openConflict(theirs)
    }
  }

  private openConflict(theirs: readonly Edit[]): void {
    this.theirs = [...(this.theirs ?? []), ...theirs]
    clearTimeout(this.timer)
    this.timer = undefined
    this.keep()
    this.showConflict(this.theirs)
  }

  private showConflict(theirs: readonly Edit[]): void {
    this.host.show({ state: 'conflict', unsaved: this.unsaved.length, keys: collisions(this.unsaved, theirs) })
  }

  /** After every answer: is there more to send? */
  private settle(): void {
    if (this.theirs) return
    const unsaved = this.unsaved.length
    if (unsaved) {
      this.host.show({ state: 'saving', unsaved })
      this.plan(this.options.batchMs ?? 400)
    } else {
      this.options.kept.forget()
      this.host.show({ state: 'saved' })
    }
  }

  /** Goes through the events that came while a request was on its way. */
  private catchUp(): void {
    const events = this.heard
    this.heard = []
    for (const event of events) this.take(event)
  }

  private take(event: LiveEvent): void {
    if (event.type === 'hello' && event.revision !== this.revision) void this.reload()
    if (event.type === 'draft-replaced' && event.editor !== this.options.editor) void this.reload()
    if (event.type !== 'draft-edited' || event.editor === this.options.editor || event.revision <= this.revision) return
    if (event.revision > this.revision + 1) return void this.reload()
    this.base = applyEdits(this.base, event.edits).project
    this.revision = event.revision
    if (this.theirs) this.openConflict(event.edits)
    else this.rebase(event.edits)
  }

  /** Something was missed: what others did cannot be told edit by edit, so it is seen from the documents. */
  private async reload(): Promise<void> {
    if (this.busy) return
    await this.alone(async () => {
      try {
        const { project, revision } = await this.options.transport.load()
        const theirs = differences(this.base, project)
        this.base = project
        this.revision = revision
        this.waiting = this.unsaved
        this.sent = []
        if (this.theirs) this.openConflict(theirs)
        else this.rebase(theirs)
        this.settle()
      } catch {
        // The stream says hello again as soon as the server answers.
      }
    })
  }

  /** Ours without what they changed too, and without what no longer has a place in their document. */
  private withoutCollisions(local: readonly Edit[], theirs: readonly Edit[]): Edit[] {
    const lost = new Set(collisions(local, theirs))
    return applicable(
      this.base,
      local.filter((edit) => ![...touched([edit])].some((key) => lost.has(key))),
    )
  }
}

/** Leaves out what is about something that is gone. */
function applicable(base: Project, edits: readonly Edit[]): Edit[] {
  let project = base
  return edits.filter((edit) => {
    try {
      project = applyEdits(project, [edit]).project
      return true
    } catch {
      return false
    }
  })
}

function differences(before: Project, after: Project): Edit[] {
  const keys = new Set<string>()
  const compare = <T>(kind: string, a: readonly T[], b: readonly T[], nameOf: (thing: T) => number | string) => {
    const texts = new Map(a.map((thing) => [nameOf(thing), JSON.stringify(thing)]))
    for (const thing of b) {
      if (texts.get(nameOf(thing)) !== JSON.stringify(thing)) keys.add(`${kind}:${nameOf(thing)}`)
      texts.delete(nameOf(thing))
    }
    for (const name of texts.keys()) keys.add(`${kind}:${name}`)
  }
  compare('sheet', before.sheets, after.sheets, ({ id }) => id)
  compare('block', before.blocks, after.blocks, ({ number }) => number)
  compare('arrow', before.arrows, after.arrows, ({ id }) => id)
  compare('settings', Object.entries(before.settings), Object.entries(after.settings), ([name]) => name)
  return restate(before, after, keys)
}
