import { describe, expect, it } from 'vitest'
import type { Rights } from './rights.ts'
import { readHealth, troublesFor } from './troubles.ts'

const rights = (edits: boolean): Rights => ({ may: () => edits, has: () => false })
const me = (installationOwner: boolean) => ({ account: { installationOwner } }) as Parameters<typeof troublesFor>[2]
const bad = { storage: 'full', backup: 'failed', late: 5000 } as const

describe('the health check', () => {
  it('is read as far as the page knows it', () => {
    expect(readHealth({ status: 'impaired', version: '0.9.0', storage: 'full', backup: 'failed', queues: { overdueTimers: 7 } })).toEqual({
      ...bad,
      version: '0.9.0',
      late: 7,
    })
    expect(readHealth({ storage: 'on fire', backup: 1, queues: null })).toEqual({ version: '', storage: 'ok', backup: 'none', late: 0 })
    expect(readHealth('no JSON')).toEqual({ version: '', storage: 'ok', backup: 'none', late: 0 })
  })
})

describe('who is told of a trouble', () => {
  it('whoever runs a project: of the storage; the owner of the installation: of everything', () => {
    expect(troublesFor(bad, rights(true), me(false))).toEqual(['full'])
    expect(troublesFor(bad, rights(true), me(true))).toEqual(['full', 'backup', 'late'])
  })

  it('nobody else, and nobody when all is well', () => {
    expect(troublesFor(bad, rights(false), me(false))).toEqual([])
    expect(troublesFor({ storage: 'ok', backup: 'ok', late: 3 }, rights(true), me(true))).toEqual([])
  })
})
