import { expect, it } from 'vitest'
import { whyNotPublish } from './why-not-publish.ts'
import type { PublishFacts } from './why-not-publish.ts'

const version = { number: 3, note: '', author: '', publishedAt: '2026-11-21T05:00:00.000Z', blocks: 2, arrows: 1 }
const ready: PublishFacts = { summary: { published: version }, changes: 2, blocks: 2, errors: 0, save: 'saved' }

it('publishes what differs and has no errors', () => {
  expect(whyNotPublish(ready)).toBeUndefined()
  expect(whyNotPublish({ ...ready, save: 'saving' })).toBeUndefined()
})

it('publishes for the first time with nothing to compare', () => {
  expect(whyNotPublish({ ...ready, summary: { published: null }, changes: undefined })).toBeUndefined()
})

it.each<[string, Partial<PublishFacts>]>([
  ['same', { changes: 0 }],
  ['errors', { errors: 1 }],
  ['nothing', { blocks: 0, errors: 1 }],
  ['conflict', { save: 'conflict', errors: 1 }],
  ['offline', { save: 'offline', changes: 0 }],
  ['failed', { save: 'failed' }],
  ['loading', { summary: undefined }],
  ['loading', { changes: undefined }],
])('refuses with the reason %j', (reason, facts) => {
  expect(whyNotPublish({ ...ready, ...facts })).toBe(reason)
})
