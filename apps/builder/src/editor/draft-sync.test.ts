import { applyEdits, blankBlock, blankProject } from '@voronka/flow'
import type { Edit, Project } from '@voronka/flow'
import { beforeEach, describe, expect, it } from 'vitest'
import { vi } from 'vitest'
import { ApiError } from '../app/api-error.ts'
import { collisions } from './collisions.ts'
import { createEditor } from './create-editor.ts'
import type { Editor } from './create-editor.ts'
import type { Transport } from './transport.ts'

/** A draft as the runtime keeps it: edits against a revision, those of others told, colliding ones refused. */
class Server implements Transport {
  project: Project = applyEdits(
    blankProject('Shop'),
    [1, 2, 3].map((number) => ({ type: 'put-block', block: blankBlock(number) }) satisfies Edit),
  ).project
  log: { edits: Edit[] }[] = []
  reachable = true
  losesAnswers = false

  get revision() {
    return this.log.length
  }

  async load() {
    return { revision: this.revision, project: this.project }
  }

  async save(revision: number, edits: readonly Edit[]) {
    if (!this.reachable) throw new ApiError(0, 'offline', 'away')
    const missed = this.log.slice(revision).flatMap((entry) => entry.edits)
    const wire = structuredClone([...edits])
    if (collisions(wire, missed).length)
      throw new ApiError(409, 'draft-conflict', 'collides', { revision: this.revision, edits: structuredClone(missed) })
    this.take(wire)
    if (this.losesAnswers) throw new ApiError(0, 'offline', 'the line broke')
    return { revision: this.revision, missed: structuredClone(missed) }
  }

  /** Somebody else edits. */
  take(edits: Edit[]) {
    this.project = applyEdits(this.project, edits).project
    this.log.push({ edits })
  }
}

const rename = (number: number, name: string): Edit => ({ type: 'patch-block', number, fields: { name } })
const nameOf = ({ blocks }: Project, number: number) => blocks.find((block) => block.number === number)?.name

let server: Server
let kept: { revision: number; edits: readonly Edit[] } | undefined
let editor: Editor

const shown = () => editor.store.getState().project
const saveState = () => editor.store.getState().save.state
const passed = (ms: number) => vi.advanceTimersByTimeAsync(ms)

beforeEach(async () => {
  vi.useFakeTimers()
  server = new Server()
  kept = undefined
  editor = createEditor(await server.load(), {
    editor: 'me',
    transport: server,
    kept: {
      keep(revision, edits) {
        kept = { revision, edits }
        return true
      },
      forget() {
        kept = undefined
      },
    },
  })
  return () => void vi.useRealTimers()
})

describe('saving', () => {
  it('sends what was done within a short while as one change', async () => {
    editor.actions.patchBlock(1, { name: 'A' }, { merge: true })
    editor.actions.patchBlock(1, { name: 'AB' }, { merge: true })
    expect(saveState()).toBe('saving')
    await passed(500)
    expect(saveState()).toBe('saved')
    expect(server.log).toEqual([{ edits: [rename(1, 'AB')] }])
  })

  it('keeps edits that are made while a save is on its way, and sends them next', async () => {
    editor.actions.patchBlock(1, { name: 'first' })
    const flight = editor.actions.saveNow()
    editor.actions.patchBlock(2, { name: 'second' })
    await flight
    expect(saveState()).toBe('saving')
    await passed(500)
    expect(server.project).toEqual(shown())
    expect(server.log).toHaveLength(2)
  })

  it('undo works after the change was saved', async () => {
    editor.actions.patchBlock(1, { name: 'renamed' })
    await passed(500)
    editor.actions.undo()
    expect(nameOf(shown(), 1)).toBe('')
    await passed(500)
    expect(nameOf(server.project, 1)).toBe('')
  })

  it('keeps the edits on the device while the server is away, and sends them when it is back', async () => {
    server.reachable = false
    editor.actions.patchBlock(1, { name: 'offline' })
    await passed(500)
    expect(saveState()).toBe('offline')
    expect(kept).toEqual({ revision: 0, edits: [rename(1, 'offline')] })
    server.reachable = true
    await passed(5000)
    expect(saveState()).toBe('saved')
    expect(kept).toBeUndefined()
    expect(nameOf(server.project, 1)).toBe('offline')
  })

  it('does not do a change twice whose answer was lost', async () => {
    server.losesAnswers = true
    editor.actions.edit([{ type: 'put-block', block: blankBlock(9) }])
    await passed(500)
    server.losesAnswers = false
    await passed(5000)
    expect(saveState()).toBe('saved')
    expect(server.log).toHaveLength(1)
    expect(shown()).toEqual(server.project)
  })
})

describe('other people', () => {
  it('shows their edits at once and keeps ours', async () => {
    editor.actions.patchBlock(1, { name: 'mine' })
    server.take([rename(2, 'theirs')])
    editor.sync.hear({ type: 'draft-edited', revision: 1, editor: 'other', edits: [rename(2, 'theirs')] })
    expect([nameOf(shown(), 1), nameOf(shown(), 2)]).toEqual(['mine', 'theirs'])
    await passed(500)
    expect(server.project).toEqual(shown())
  })

  it('learns from the answer what it missed', async () => {
    server.take([rename(2, 'theirs')])
    editor.actions.patchBlock(1, { name: 'mine' })
    await passed(500)
    expect(shown()).toEqual(server.project)
    expect(nameOf(shown(), 2)).toBe('theirs')
  })

  it('lets one write in a block while another moves it', async () => {
    server.take([{ type: 'patch-block', number: 1, fields: { x: 500 } }])
    editor.actions.patchBlock(1, { name: 'mine' })
    await passed(500)
    expect(saveState()).toBe('saved')
    expect(server.project.blocks[0]).toMatchObject({ x: 500, name: 'mine' })
  })

  it('loads the draft again when the stream tells of a revision that it did not see', async () => {
    server.take([rename(2, 'one')])
    server.take([rename(3, 'two')])
    editor.sync.hear({ type: 'hello', revision: 2 })
    await passed(0)
    expect(shown()).toEqual(server.project)
  })

  it('ignores its own edits in the stream', async () => {
    editor.actions.patchBlock(1, { name: 'mine' })
    await passed(500)
    editor.sync.hear({ type: 'draft-edited', revision: 1, editor: 'me', edits: [rename(1, 'mine')] })
    expect(shown()).toEqual(server.project)
    expect(saveState()).toBe('saved')
  })
})

describe('a conflict', () => {
  beforeEach(async () => {
    server.take([rename(1, 'theirs'), rename(2, 'also theirs')])
    editor.actions.patchBlock(1, { name: 'mine' })
    editor.actions.patchBlock(3, { name: 'only mine' })
    await passed(500)
  })

  it('is shown, never overwritten', async () => {
    expect(editor.store.getState().save).toEqual({ state: 'conflict', unsaved: 2, keys: ['block:1'] })
    await passed(60_000)
    expect(nameOf(server.project, 1)).toBe('theirs')
    expect(nameOf(shown(), 1)).toBe('mine')
    expect(kept).toBeDefined()
  })

  it('keep mine: ours replaces theirs where both changed, the rest of theirs stays', async () => {
    editor.actions.resolveConflict('mine')
    await passed(500)
    expect(saveState()).toBe('saved')
    expect([1, 2, 3].map((number) => nameOf(server.project, number))).toEqual(['mine', 'also theirs', 'only mine'])
    expect(shown()).toEqual(server.project)
  })

  it('take theirs: ours goes only where both changed, and undo brings it back', async () => {
    editor.actions.resolveConflict('theirs')
    await passed(500)
    expect([1, 2, 3].map((number) => nameOf(server.project, number))).toEqual(['theirs', 'also theirs', 'only mine'])
    expect(shown()).toEqual(server.project)
    editor.actions.undo()
    expect(nameOf(shown(), 1)).toBe('mine')
  })

  it('is there too when they removed what we changed', async () => {
    editor.actions.resolveConflict('theirs')
    await passed(500)
    server.take([{ type: 'remove-block', number: 2 }])
    editor.actions.patchBlock(2, { name: 'still here' })
    await passed(500)
    expect(saveState()).toBe('conflict')
    editor.actions.resolveConflict('mine')
    await passed(500)
    expect(nameOf(server.project, 2)).toBe('still here')
  })
})

describe('unsaved edits of an earlier page', () => {
  it('come back on top of the draft', async () => {
    editor.sync.adopt([rename(1, 'from yesterday')], [rename(2, 'since then')])
    expect(nameOf(shown(), 1)).toBe('from yesterday')
    await passed(500)
    expect(nameOf(server.project, 1)).toBe('from yesterday')
  })

  it('are a conflict when others changed the same since', () => {
    editor.sync.adopt([rename(1, 'from yesterday')], [rename(1, 'since then')])
    expect(saveState()).toBe('conflict')
  })
})
