import { afterEach, expect, it, vi } from 'vitest'
import { recall, remember } from './device-memory.ts'

afterEach(() => vi.unstubAllGlobals())

it('remembers until it is told to forget', () => {
  const kept = new Map<string, string>()
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  })
  remember('a', '1')
  expect(recall('a')).toBe('1')
  remember('a', null)
  expect(recall('a')).toBeNull()
})

it('goes on without a memory that is full or forbidden', () => {
  const refuse = () => {
    throw new DOMException('The quota has been exceeded.', 'QuotaExceededError')
  }
  vi.stubGlobal('localStorage', { getItem: refuse, setItem: refuse, removeItem: refuse })
  expect(() => remember('a', '1')).not.toThrow()
  expect(() => remember('a', null)).not.toThrow()
  expect(recall('a')).toBeNull()
})
