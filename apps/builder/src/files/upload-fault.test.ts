import { expect, it } from 'vitest'
import { ApiError } from '../app/api-error.ts'
import { faultBefore, faultOf } from './upload-fault.ts'

it.each([
  ['a picture', { size: 10, type: 'image/png' }, { bytes: 10 }, undefined],
  ['one byte too many', { size: 11, type: 'image/png' }, { bytes: 10 }, 'large'],
  ['a document where pictures are wanted', { size: 1, type: 'application/pdf' }, { bytes: 10, kinds: ['image', 'video'] }, 'kind'],
  ['of no known type', { size: 1, type: '' }, { bytes: 10, kinds: ['image'] }, 'kind'],
  ['anything where anything may be', { size: 1, type: '' }, { bytes: 10, kinds: ['image', 'file'] }, undefined],
] as const)('%s', (_what, file, accepted, fault) => {
  expect(faultBefore(file, accepted)).toBe(fault)
})

it.each([
  [new ApiError(0, 'offline', ''), 'offline'],
  [new ApiError(408, 'upload-stalled', ''), 'offline'],
  [new ApiError(413, 'too-large', ''), 'large'],
  [new ApiError(503, 'no-space', ''), 'space'],
  [new ApiError(429, 'too-many-requests', ''), 'busy'],
  [new ApiError(500, 'unknown', ''), 'failed'],
  [new Error('x'), 'failed'],
])('%s is %s', (error, fault) => {
  expect(faultOf(error)).toBe(fault)
})
