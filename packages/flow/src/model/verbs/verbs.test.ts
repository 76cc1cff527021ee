import { describe, expect, it } from 'vitest'
import {
  addBlock,
  addBlockBelow,
  addButton,
  addSheet,
  applyEdits,
  blankArrow,
  blankBlock,
  blankProject,
  changeButton,
  connect,
  connectToNewBlock,
  createLoop,
  cutArrows,
  duplicateWithArrow,
  findArrow,
  findBlock,
  inFiringOrder,
  insertBlockOnArrow,
  moveBend,
  moveBlocks,
  moveButton,
  orderArrows,
  reconnect,
  removeAndReconnect,
  removeBend,
  removeButton,
  removeSelection,
  removeSheet,
} from '../index.ts'
import type { Edit, Project } from '../index.ts'

/** 1 -> 2 -> 3, and a loop on 2. */
const chain = after(blankProject(), [
  { type: 'put-block', block: blankBlock(1, { type: 'start' }) },
  { type: 'put-block', block: blankBlock(2, { x: 100, y: 280 }) },
  { type: 'put-block', block: blankBlock(3) },
  { type: 'put-arrow', arrow: blankArrow(1, 1, 2, { condition: 'go', bends: [{ x: 5, y: 5 }] }) },
  { type: 'put-arrow', arrow: blankArrow(2, 2, 3) },
  { type: 'put-arrow', arrow: blankArrow(3, 2, 2, { bends: [{ x: 1, y: 1 }] }) },
])

describe('blocks', () => {
  it('makes the very first block a start condition and the later ones states', () => {
    const one = after(blankProject(), addBlock(blankProject(), { x: 0, y: 0 }))
    const two = after(one, addBlock(one, { x: 0, y: 300 }))
    expect(two.blocks.map(({ type }) => type)).toEqual(['start', 'state'])
  })

  it('puts blocks made below side by side, each joined', () => {
    const once = after(chain, addBlockBelow(chain, 3))
    const twice = after(once, addBlockBelow(once, 3))
    const [a, b] = twice.blocks.slice(-2)
    expect(a?.y).toBe(b?.y)
    expect((b?.x ?? 0) - (a?.x ?? 0)).toBeGreaterThanOrEqual(320)
    expect(twice.arrows.filter(({ from }) => from === 3).map(({ to }) => to)).toEqual([4, 5])
  })

  it('copies with an arrow', () => {
    const copied = after(chain, duplicateWithArrow(chain, 2))
    expect(copied.arrows.at(-1)).toMatchObject({ from: 2, to: 4 })
    expect(findBlock(copied, 4).type).toBe('state')
  })

  it('moves the bends of arrows between moved blocks along, and no others', () => {
    const moved = after(chain, moveBlocks(chain, [2], { x: 40, y: 0 }))
    expect(findBlock(moved, 2).x).toBe(140)
    expect(findArrow(moved, 3).bends).toEqual([{ x: 41, y: 1 }])
    expect(findArrow(moved, 1).bends).toEqual([{ x: 5, y: 5 }])
  })
})

describe('arrows', () => {
  it('fills in the condition from the button that it is drawn from', () => {
    const withButton = after(chain, addButton(chain, 3, 'Buy'))
    expect(after(withButton, connect(withButton, 3, 1, { fromButton: 1 })).arrows.at(-1)).toMatchObject({ condition: 'Buy', fromButton: 1 })
    expect(after(withButton, connectToNewBlock(withButton, 3, { x: 1, y: 2 }, { fromButton: 1 })).arrows.at(-1)?.condition).toBe('Buy')
  })

  it('takes the callback of a callback button', () => {
    const button = after(chain, addButton(chain, 3, 'Vote'))
    const callback = after(button, changeButton(button, 3, 1, { action: 'callback', callback: 'vote_1' }))
    expect(after(callback, connect(callback, 3, 1, { fromButton: 1 })).arrows.at(-1)?.condition).toBe('vote_1')
  })

  it('refuses an end that is not there', () => {
    expect(() => connect(chain, 1, 99)).toThrow('There is no block 99.')
  })

  it('joins a block with itself', () => {
    expect(after(chain, createLoop(chain, 3)).arrows.at(-1)).toMatchObject({ from: 3, to: 3 })
  })

  it('cuts every arrow of a block, and leaves the block', () => {
    const cut = after(chain, cutArrows(chain, [2]))
    expect(cut.arrows).toEqual([])
    expect(cut.blocks).toHaveLength(3)
  })

  it('forgets the button when the arrow gets another source', () => {
    const drawn = after(chain, [{ type: 'patch-arrow', id: 2, fields: { fromButton: 1 } }])
    expect(findArrow(after(drawn, reconnect(drawn, 2, { from: 1 })), 2)).toMatchObject({ from: 1, to: 3, fromButton: null })
    expect(findArrow(after(drawn, reconnect(drawn, 2, { to: 1 })), 2)).toMatchObject({ from: 2, to: 1, fromButton: 1 })
  })

  it('moves and removes bends by their place', () => {
    const moved = after(chain, moveBend(chain, 3, 0, { x: 9, y: 9 }))
    expect(findArrow(moved, 3).bends).toEqual([{ x: 9, y: 9 }])
    expect(findArrow(after(moved, removeBend(moved, 3, 0)), 3).bends).toEqual([])
  })

  it('inserts a block: the condition stays before it', () => {
    const inserted = after(chain, insertBlockOnArrow(chain, 1, { at: { x: 0, y: 140 } }))
    expect(findArrow(inserted, 1)).toMatchObject({ from: 1, to: 4, condition: 'go' })
    expect(inserted.arrows.at(-1)).toMatchObject({ from: 4, to: 2, condition: '' })
  })

  it('gives priorities for an order, and leaves one that is right alone', () => {
    const two = after(chain, connect(chain, 2, 1))
    expect(orderArrows(two, [2, 3, 4])).toEqual([])
    const ordered = after(two, orderArrows(two, [4, 2, 3]))
    expect(
      ordered.arrows
        .filter(({ from }) => from === 2)
        .toSorted(inFiringOrder)
        .map(({ id }) => id),
    ).toEqual([4, 2, 3])
  })
})

describe('removing', () => {
  it('removes blocks with all their arrows', () => {
    const less = after(chain, removeSelection(chain, { blocks: [2] }))
    expect(less.arrows).toEqual([])
    expect(less.blocks.map(({ number }) => number)).toEqual([1, 3])
  })

  it('joins the neighbours of a removed block, with the condition that led to it', () => {
    const joined = after(chain, removeAndReconnect(chain, 2))
    expect(joined.arrows).toEqual([expect.objectContaining({ id: 1, from: 1, to: 3, condition: 'go', bends: [] })])
  })

  it('removes the arrows into a block that led nowhere', () => {
    expect(after(chain, removeAndReconnect(chain, 3)).arrows.map(({ id }) => id)).toEqual([1, 3])
  })
})

describe('sheets', () => {
  const two = after(chain, addSheet(chain, 'Second'))

  it('moves the blocks of a removed sheet to its neighbour, below what stands there', () => {
    const apart = after(two, [{ type: 'patch-block', number: 3, fields: { sheet: 2, y: -500 } }])
    const merged = after(apart, removeSheet(apart, 2))
    expect(merged.sheets).toHaveLength(1)
    expect(findBlock(merged, 3)).toMatchObject({ sheet: 1, y: 280 + 220 + 80 })
  })

  it('keeps the last sheet', () => {
    expect(removeSheet(chain, 1)).toEqual([])
  })
})

describe('buttons', () => {
  const withButtons = ['A', 'B', 'C'].reduce((project, text) => after(project, addButton(project, 2, text)), chain)
  const drawn = after(withButtons, connect(withButtons, 2, 3, { fromButton: 2 }))
  const placed = (project: Project) => findBlock(project, 2).buttons.map(({ text, line, indexInLine }) => `${text}${line}${indexInLine}`)

  it('puts each new button on a line of its own', () => {
    expect(placed(withButtons)).toEqual(['A00', 'B10', 'C20'])
  })

  it('moves a button beside another, and closes the gap it leaves', () => {
    expect(placed(after(withButtons, moveButton(withButtons, 2, 3, { line: 0, index: 0 })))).toEqual(['C00', 'A01', 'B10'])
    expect(placed(after(withButtons, moveButton(withButtons, 2, 1, { line: 1, index: 1 })))).toEqual(['B00', 'A01', 'C10'])
  })

  it('changes the condition of the arrow drawn from a renamed button', () => {
    expect(after(drawn, changeButton(drawn, 2, 2, { text: 'Bee' })).arrows.at(-1)?.condition).toBe('Bee')
  })

  it('leaves a condition that somebody has rewritten alone', () => {
    const own = after(drawn, [{ type: 'patch-arrow', id: 4, fields: { condition: 'bee;b' } }])
    expect(after(own, changeButton(own, 2, 2, { text: 'Bee' })).arrows.at(-1)?.condition).toBe('bee;b')
  })

  it('frees the arrow of a removed button and keeps its condition', () => {
    const less = after(drawn, removeButton(drawn, 2, 2))
    expect(placed(less)).toEqual(['A00', 'C10'])
    expect(less.arrows.at(-1)).toMatchObject({ fromButton: null, condition: 'B' })
  })
})

function after(project: Project, edits: readonly Edit[]): Project {
  return applyEdits(project, edits).project
}
