import { afterEach, expect, it, vi } from 'vitest'
import { deviceStorage, recall, remember } from './device-memory.ts'

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

it('knows what a device that is full or keeps nothing did not take as long as the page is open', () => {
  const refuse = () => {
    throw new DOMException('The quota has been exceeded.', 'QuotaExceededError')
  }
  vi.stubGlobal('localStorage', { getItem: () => 'old', setItem: refuse, removeItem: refuse })
  remember('a', 'new')
  expect(recall('a')).toBe('new')
  vi.stubGlobal('localStorage', { getItem: refuse, setItem: refuse, removeItem: refuse })
  expect(recall('a')).toBe('new')
  remember('a', null)
  expect(recall('a')).toBeNull()
})

it('goes on where the page may not even look', () => {
  const before = Object.getOwnPropertyDescriptor(globalThis, 'localStorage')
  const get = () => {
    throw new DOMException('Access is denied for this document.', 'SecurityError')
  }
  Object.defineProperty(globalThis, 'localStorage', { configurable: true, get })
  try {
    remember('b', '1')
    expect([recall('b'), deviceStorage()]).toEqual(['1', undefined])
    remember('b', null)
    expect(recall('b')).toBeNull()
  } finally {
    if (before) Object.defineProperty(globalThis, 'localStorage', before)
    else Reflect.deleteProperty(globalThis, 'localStorage')
  }
})
