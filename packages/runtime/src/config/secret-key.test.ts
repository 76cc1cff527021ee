import { chmodSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { readSecretKey, secretKeyFile } from './secret-key.ts'

let data: string
beforeEach(() => void (data = mkdtempSync(join(tmpdir(), 'voronka-'))))
afterEach(() => rmSync(data, { recursive: true }))

it('is made once, for its owner only', () => {
  const first = readSecretKey({ data, secretKey: '' })
  expect(first.length).toBeGreaterThanOrEqual(32)
  expect(readSecretKey({ data, secretKey: '' })).toEqual(first)
  expect(statSync(secretKeyFile(data)).mode & 0o777).toBe(0o600)
})

it('is the one of the settings when they name one, and no file is made', () => {
  expect(Buffer.from(readSecretKey({ data, secretKey: 'k'.repeat(40) })).toString()).toBe('k'.repeat(40))
  expect(() => statSync(secretKeyFile(data))).toThrow('ENOENT')
})

it('is refused when the file holds none', () => {
  writeFileSync(secretKeyFile(data), 'short')
  expect(() => readSecretKey({ data, secretKey: '' })).toThrow(/key file .* cannot be used: it is too short/)
  chmodSync(secretKeyFile(data), 0o600)
})
