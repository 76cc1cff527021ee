import {
  addBlock,
  addBlockBelow,
  createLoop,
  cutArrows,
  duplicateBlock,
  duplicateWithArrow,
  pasteClipboard,
  copySelection,
  removeAndReconnect,
} from '@voronka/flow'
import type { BlockType, Edit, Point, Project } from '@voronka/flow'
import type { Language } from '@voronka/calculator'
import type { StoreApi } from 'zustand/vanilla'
import { openDialog, showFinder, showPalette, toggleDrawer } from '../app/workspace.ts'
import type { EditorActions, EditorState } from '../editor/index.ts'
import { cardWidth } from './card-layout.ts'
import { useCanvas } from './canvas-view.ts'
import { nearestBlock } from './directions.ts'
import type { Direction } from './directions.ts'
import { editWithUndo, remove } from './remove.ts'

export interface CommandContext {
  readonly store: StoreApi<EditorState>
  readonly actions: EditorActions
  readonly language: Language
  readonly toggleTest: () => void
}

/** A key by its place on the keyboard (`KeyboardEvent.code`), so that it is the same one in every layout. */
export interface KeyCombination {
  readonly code: string
  readonly ctrl?: boolean
  readonly shift?: boolean
  readonly alt?: boolean
  /** As it is printed. */
  readonly label: string
}

/** Something a person can do, once: keys, menus, the palette and the sheet of keys all draw from here. */
export interface Command {
  readonly id: CommandId
  readonly group: 'create' | 'edit' | 'view' | 'go'
  readonly keys?: readonly KeyCombination[]
  /** Keys that the browser listens to itself, for the sheet of keys. */
  readonly browserKeys?: string
  /** Works also while a text field has the focus. */
  readonly everywhere?: boolean
  /** Only a key: it makes no sense in a list. */
  readonly unlisted?: boolean
  enabled?(context: CommandContext): boolean
  run(context: CommandContext): void
}

export type CommandId = (typeof ids)[number]
const ids = [
  'newBlock',
  'newBelow',
  'connect',
  'loop',
  'undo',
  'redo',
  'copy',
  'cut',
  'paste',
  'duplicate',
  'duplicateWithArrow',
  'cutArrows',
  'delete',
  'deleteAndReconnect',
  'selectAll',
  'clear',
  'openPanel',
  'up',
  'down',
  'left',
  'right',
  'moveUp',
  'moveDown',
  'moveLeft',
  'moveRight',
  'fit',
  'fitSelection',
  'zoomIn',
  'zoomOut',
  'zoomFull',
  'find',
  'palette',
  'outline',
  'problems',
  'test',
  'publish',
  'import',
  'save',
  'keys',
  'nextSheet',
  'previousSheet',
] as const

const key = (code: string, label = code.replace(/^(Key|Digit)/, '')): KeyCombination => ({ code, label })
const ctrl = (code: string, label = code.replace(/^(Key|Digit)/, '')): KeyCombination => ({ code, ctrl: true, label: `Ctrl+${label}` })

const arrowSigns: Readonly<Record<Direction, string>> = { up: '↑', down: '↓', left: '←', right: '→' }

const selectedBlocks = ({ store }: CommandContext): number[] => [...store.getState().selection.blocks]
const oneBlock = (context: CommandContext): number | undefined => {
  const blocks = selectedBlocks(context)
  return blocks.length === 1 ? blocks[0] : undefined
}
const hasBlocks = (context: CommandContext): boolean => selectedBlocks(context).length > 0
const hasOne = (context: CommandContext): boolean => oneBlock(context) !== undefined
const hasSelection = (context: CommandContext): boolean => hasBlocks(context) || context.store.getState().selection.arrows.size > 0

/** What somebody who may only look can do with the funnel as well. */
const harmless: ReadonlySet<CommandId> = new Set<CommandId>([
  'copy',
  'selectAll',
  'clear',
  'openPanel',
  'up',
  'down',
  'left',
  'right',
  'fit',
  'fitSelection',
  'zoomIn',
  'zoomOut',
  'zoomFull',
  'nextSheet',
  'previousSheet',
  'find',
  'palette',
  'outline',
  'problems',
  'keys',
])

/** Whether a command can be carried out now. */
export const isEnabled = (command: Command, context: CommandContext): boolean =>
  command.enabled?.(context) !== false && (!context.store.getState().readOnly || harmless.has(command.id))

export const commands: readonly Command[] = [
  { id: 'newBlock', group: 'create', keys: [{ code: 'KeyN', shift: true, label: 'Shift+N' }], run: (context) => createBlock(context) },
  {
    id: 'newBelow',
    group: 'create',
    keys: [key('KeyN')],
    run: (context) => {
      const number = oneBlock(context)
      if (number === undefined || isComment(context, number)) createBlock(context)
      else createAndShow(context, (project) => addBlockBelow(project, number))
    },
  },
  {
    id: 'connect',
    group: 'create',
    keys: [key('KeyC')],
    enabled: (context) => hasOne(context) && !isComment(context, oneBlock(context) ?? 0),
    run: (context) => useCanvas.setState({ connecting: oneBlock(context) }),
  },
  { id: 'loop', group: 'create', enabled: hasOne, run: forOne((number) => (project) => createLoop(project, number)) },
  {
    id: 'undo',
    group: 'edit',
    keys: [ctrl('KeyZ')],
    enabled: ({ store }) => store.getState().history.past.length > 0,
    run: ({ actions }) => actions.undo(),
  },
  {
    id: 'redo',
    group: 'edit',
    keys: [ctrl('KeyY'), { code: 'KeyZ', ctrl: true, shift: true, label: 'Ctrl+Shift+Z' }],
    enabled: ({ store }) => store.getState().history.future.length > 0,
    run: ({ actions }) => actions.redo(),
  },
  // Copying goes through the browser's own clipboard events (`useClipboard`), which work without asking for a permission.
  { id: 'copy', group: 'edit', browserKeys: 'Ctrl+C', enabled: hasBlocks, run: () => void document.execCommand('copy') },
  { id: 'cut', group: 'edit', browserKeys: 'Ctrl+X', enabled: hasBlocks, run: () => void document.execCommand('cut') },
  {
    id: 'paste',
    group: 'edit',
    browserKeys: 'Ctrl+V',
    run: (context) => void navigator.clipboard.readText().then((text) => paste(context, text)),
  },
  { id: 'duplicate', group: 'edit', keys: [ctrl('KeyD')], enabled: hasBlocks, run: duplicate },
  { id: 'duplicateWithArrow', group: 'create', enabled: hasOne, run: forOne((number) => (project) => duplicateWithArrow(project, number)) },
  {
    id: 'cutArrows',
    group: 'edit',
    enabled: hasBlocks,
    run: (context) => {
      const { store, actions, language } = context
      editWithUndo(store, actions, cutArrows(store.getState().project, selectedBlocks(context)), language)
    },
  },
  {
    id: 'delete',
    group: 'edit',
    keys: [key('Delete'), key('Backspace')],
    enabled: hasSelection,
    run: ({ store, actions, language }) => remove(store, actions, store.getState().selection, language),
  },
  {
    id: 'deleteAndReconnect',
    group: 'edit',
    keys: [{ code: 'Delete', shift: true, label: 'Shift+Delete' }],
    enabled: hasOne,
    run: (context) => {
      const number = oneBlock(context)
      const { store, actions, language } = context
      if (number !== undefined) editWithUndo(store, actions, removeAndReconnect(store.getState().project, number), language)
    },
  },
  {
    id: 'selectAll',
    group: 'edit',
    keys: [ctrl('KeyA')],
    run: ({ store, actions }) => {
      const { project, sheet } = store.getState()
      actions.select({ blocks: project.blocks.filter((block) => block.sheet === sheet).map(({ number }) => number) })
    },
  },
  { id: 'clear', group: 'edit', keys: [key('Escape', 'Esc')], unlisted: true, run: ({ actions }) => actions.select({}) },
  { id: 'openPanel', group: 'go', keys: [key('Enter')], enabled: hasSelection, run: focusPanel },
  ...(['up', 'down', 'left', 'right'] as const).map((direction): Command => ({
    id: direction,
    group: 'go',
    keys: [key(`Arrow${capital(direction)}`, arrowSigns[direction])],
    unlisted: true,
    run: (context) => goTo(context, direction),
  })),
  ...(['up', 'down', 'left', 'right'] as const).map((direction): Command => ({
    id: `move${capital(direction)}`,
    group: 'edit',
    keys: [{ code: `Arrow${capital(direction)}`, alt: true, label: `Alt+${arrowSigns[direction]}` }],
    unlisted: true,
    enabled: hasBlocks,
    run: (context) => nudge(context, direction),
  })),
  { id: 'fit', group: 'view', keys: [{ code: 'Digit1', shift: true, label: 'Shift+1' }], run: () => useCanvas.getState().view?.fit() },
  {
    id: 'fitSelection',
    group: 'view',
    keys: [{ code: 'Digit2', shift: true, label: 'Shift+2' }],
    enabled: hasBlocks,
    run: (context) => useCanvas.getState().view?.fit(selectedBlocks(context)),
  },
  { id: 'zoomIn', group: 'view', keys: [key('Equal', '+'), key('NumpadAdd', '+')], run: () => useCanvas.getState().view?.zoomBy(1.25) },
  {
    id: 'zoomOut',
    group: 'view',
    keys: [key('Minus', '−'), key('NumpadSubtract', '−')],
    run: () => useCanvas.getState().view?.zoomBy(0.8),
  },
  {
    id: 'zoomFull',
    group: 'view',
    keys: [{ code: 'Digit0', shift: true, label: 'Shift+0' }],
    run: () => useCanvas.getState().view?.zoomTo(1),
  },
  { id: 'nextSheet', group: 'go', keys: [key('PageDown', 'PgDn')], run: (context) => turnSheet(context, 1) },
  { id: 'previousSheet', group: 'go', keys: [key('PageUp', 'PgUp')], run: (context) => turnSheet(context, -1) },
  { id: 'find', group: 'go', keys: [ctrl('KeyF')], run: () => showFinder(true) },
  { id: 'palette', group: 'go', keys: [ctrl('KeyK')], everywhere: true, unlisted: true, run: () => showPalette(true) },
  { id: 'outline', group: 'view', keys: [key('KeyO')], run: () => toggleDrawer('outline') },
  { id: 'problems', group: 'view', keys: [key('KeyP')], run: () => toggleDrawer('problems') },
  { id: 'test', group: 'view', keys: [key('KeyT')], run: ({ toggleTest }) => toggleTest() },
  { id: 'publish', group: 'view', run: () => openDialog('publish') },
  { id: 'import', group: 'view', run: () => openDialog('import') },
  { id: 'save', group: 'edit', keys: [ctrl('KeyS')], everywhere: true, unlisted: true, run: ({ actions }) => void actions.saveNow() },
  { id: 'keys', group: 'view', keys: [{ code: 'Slash', shift: true, label: '?' }], run: () => openDialog('keys') },
]

/** A new block at a place, or in the middle of what is seen. */
export function createBlock(context: CommandContext, at?: Point, type?: BlockType): void {
  const place = at ?? freePlace(context)
  const { sheet } = context.store.getState()
  createAndShow(context, (project) => addBlock(project, { x: Math.round(place.x), y: Math.round(place.y) }, type, sheet))
}

/** Carries out a verb that makes blocks, selects them and brings them into view. */
export function createAndShow({ store, actions }: CommandContext, verb: (project: Project) => Edit[]): void {
  const edits = verb(store.getState().project)
  if (!actions.edit(edits)) return
  const blocks = edits.flatMap((edit) => (edit.type === 'put-block' ? [edit.block.number] : []))
  const arrows = edits.flatMap((edit) => (edit.type === 'put-arrow' ? [edit.arrow.id] : []))
  if (blocks.length) actions.reveal({ blocks }, { pulse: false })
  else actions.select({ arrows })
  const [first] = blocks
  if (blocks.length === 1 && first !== undefined) useCanvas.getState().view?.focusBlock(first)
}

/** Puts copied blocks at the pointer. False when the text is something else. */
export function paste(context: CommandContext, text: string, keepLinks = false): boolean {
  const view = useCanvas.getState().view
  const at = view?.pointer() ?? view?.centre() ?? { x: 0, y: 0 }
  const { project, sheet } = context.store.getState()
  const edits = pasteClipboard(project, text, { x: Math.round(at.x), y: Math.round(at.y) }, sheet, { keepLinks })
  if (!edits.length) return false
  createAndShow(context, () => edits)
  return true
}

function duplicate(context: CommandContext): void {
  const numbers = selectedBlocks(context)
  const { project, sheet } = context.store.getState()
  const [only] = numbers
  if (numbers.length === 1 && only !== undefined) return createAndShow(context, () => duplicateBlock(project, only))
  const chosen = project.blocks.filter(({ number }) => numbers.includes(number))
  const at = { x: Math.min(...chosen.map(({ x }) => x)) + 40, y: Math.min(...chosen.map(({ y }) => y)) + 40 }
  createAndShow(context, () => pasteClipboard(project, copySelection(project, numbers), at, sheet))
}

function forOne(verb: (number: number) => (project: Project) => Edit[]) {
  return (context: CommandContext) => {
    const number = oneBlock(context)
    if (number !== undefined) createAndShow(context, verb(number))
  }
}

const isComment = ({ store }: CommandContext, number: number): boolean =>
  store.getState().project.blocks.some((block) => block.number === number && block.type === 'comment')

/** The middle of the view, a little aside for each block that stands exactly there. */
function freePlace({ store }: CommandContext): Point {
  const { project, sheet } = store.getState()
  const centre = useCanvas.getState().view?.centre() ?? { x: 0, y: 0 }
  const place = { x: Math.round(centre.x - cardWidth / 2), y: Math.round(centre.y - 40) }
  const taken = () =>
    project.blocks.some((block) => block.sheet === sheet && Math.abs(block.x - place.x) < 20 && Math.abs(block.y - place.y) < 20)
  while (taken()) {
    place.x += 30
    place.y += 30
  }
  return place
}

function focusPanel(): void {
  document.querySelector<HTMLElement>('[data-panel] :is(input, textarea, select, [contenteditable=true])')?.focus()
}

function goTo(context: CommandContext, direction: Direction): void {
  const { project, selection, sheet } = context.store.getState()
  const here = project.blocks.find(({ number }) => selection.blocks.has(number))
  const target = here ? nearestBlock(project.blocks, here, direction) : project.blocks.find((block) => block.sheet === sheet)
  if (!target) return
  context.actions.reveal({ blocks: [target.number] }, { pulse: false })
  useCanvas.getState().view?.focusBlock(target.number)
}

const step = 20
const steps: Readonly<Record<Direction, Point>> = {
  up: { x: 0, y: -step },
  down: { x: 0, y: step },
  left: { x: -step, y: 0 },
  right: { x: step, y: 0 },
}

function nudge({ store, actions }: CommandContext, direction: Direction): void {
  const { selection, project } = store.getState()
  const { x, y } = steps[direction]
  const moved = project.blocks.filter(({ number }) => selection.blocks.has(number))
  actions.edit(
    moved.map((block): Edit => ({ type: 'patch-block', number: block.number, fields: { x: block.x + x, y: block.y + y } })),
    { merge: `nudge:${[...selection.blocks].join()}` },
  )
}

function turnSheet({ store, actions }: CommandContext, by: number): void {
  const { project, sheet } = store.getState()
  const next = project.sheets[project.sheets.findIndex(({ id }) => id === sheet) + by]
  if (next) actions.showSheet(next.id)
}

function capital<Word extends string>(word: Word): Capitalize<Word>
function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
