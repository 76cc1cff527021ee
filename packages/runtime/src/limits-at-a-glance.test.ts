import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { root } from './config/root.ts'
import { limitsTable } from './limits-at-a-glance.ts'

it('the limits are documented as they are, and are those that were promised', () => {
  const table = limitsTable()
  expect(readFileSync(join(root, 'docs', 'security.md'), 'utf8')).toContain(table)
  for (const promised of [
    '| 50; 200 |',
    '250 ms, 100,000, 200',
    '| 100; 10 |',
    '100,000; 500; 1,000',
    '16,000; 255',
    '1 MB; 32 MB',
    '32; 1,000; 8,192',
  ])
    expect(table).toContain(promised)
  for (const promised of ['50 a second, 200 at once', '10 in 15 minutes', '20,000, ', '5 MB, 10 s, 5']) expect(table).toContain(promised)
})
