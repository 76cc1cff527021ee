import { expect, it } from 'vitest'
import { openSqlite } from './sqlite.ts'

it('puts what people wait for before what can wait, and lets neither starve', async () => {
  const db = openSqlite(':memory:')
  const order: string[] = []
  const job = (name: string, urgency?: 'later') =>
    db.transaction(function* () {
      yield* []
      for (const end = performance.now() + 3; performance.now() < end;);
      order.push(name)
    }, urgency)
  const later = Array.from({ length: 20 }, () => job('later', 'later'))
  const now = Array.from({ length: 20 }, () => job('now'))
  await Promise.all([...later, ...now])
  expect(order[0]).toBe('now')
  expect(order.indexOf('later')).toBeLessThan(order.lastIndexOf('now'))
  db.close()
})
