import { expect, it } from 'vitest'
import { mayStand } from './may-stand.ts'

it.each([
  [[], 'any.example', true],
  [['shop.example'], 'shop.example', true],
  [['Shop.Example'], 'shop.example', true],
  [['shop.example'], 'www.shop.example', false],
  [['shop.example'], 'evilshop.example', false],
  [['*.shop.example'], 'www.shop.example', true],
  [['*.shop.example'], 'shop.example', false],
  [['*.shop.example'], 'evilshop.example', false],
  [['shop.example'], 'shop.example:8080', true],
  [['shop.example:8080'], 'shop.example:8080', true],
  [['shop.example:8080'], 'shop.example', false],
])('sites %j, on %s: %s', (sites, host, may) => {
  expect(mayStand(sites, { host, hostname: host.replace(/:\d+$/, '') })).toBe(may)
})
