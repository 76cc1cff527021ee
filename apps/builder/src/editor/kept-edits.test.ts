import { beforeEach, expect, it } from 'vitest'
import { findKeptEdits, keptEdits } from './kept-edits.ts'

/** The browser's storage, as far as it is used. */
class Device implements Storage {
  private readonly items = new Map<string, string>()
  full = false
  get length() {
    return this.items.size
  }
  key = (index: number) => [...this.items.keys()][index] ?? null
  getItem = (key: string) => this.items.get(key) ?? null
  removeItem = (key: string) => void this.items.delete(key)
  clear = () => this.items.clear()
  setItem(key: string, value: string) {
    if (this.full) throw new Error('QuotaExceededError')
    this.items.set(key, value)
  }
}

const edits = [{ type: 'patch-block' as const, number: 1, fields: { name: 'kept' } }]
let device: Device

beforeEach(() => {
  device = new Device()
})

it('gives back what each page of the project could not save', () => {
  keptEdits(1, 'tab-a', device).keep(4, edits)
  keptEdits(1, 'tab-b', device).keep(5, edits)
  keptEdits(2, 'tab-a', device).keep(6, edits)
  expect(findKeptEdits(1, device).map(({ revision }) => revision)).toEqual([4, 5])
})

it('is gone when it was saved or let go of', () => {
  const kept = keptEdits(1, 'tab', device)
  kept.keep(1, edits)
  kept.forget()
  expect(findKeptEdits(1, device)).toEqual([])
  kept.keep(1, edits)
  findKeptEdits(1, device)[0]?.forget()
  expect(findKeptEdits(1, device)).toEqual([])
})

it('says so when the device has no room', () => {
  device.full = true
  expect(keptEdits(1, 'tab', device).keep(1, edits)).toBe(false)
})

it('passes over what it cannot read', () => {
  device.setItem('voronka.unsaved.1.tab', '{"revision":')
  device.setItem('voronka.unsaved.1.other', '{"revision":1,"edits":[{"type":"explode"}]}')
  expect(findKeptEdits(1, device)).toEqual([])
})
