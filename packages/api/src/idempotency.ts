import { z } from 'zod'
import type { Endpoint } from './endpoint.ts'

/**
 * Header by which a caller may repeat a writing call without doing its work twice (reliability-promises, P1.5): within 24 hours the same key with the
 * same call gets the stored answer, with another call 409 `idempotency-key-used`.
 */
export const idempotencyHeader = 'Idempotency-Key'

export const idempotencyKeySchema = z.string().regex(/^[\x21-\x7e]{1,255}$/, '1 to 255 printable characters without spaces')

/** Calls that honour the header: all that write and that not everybody may make. A file that is sent twice only lies there twice. */
export const honoursIdempotencyKey = ({ method, access, upload }: Pick<Endpoint, 'method' | 'access' | 'upload'>): boolean =>
  method !== 'get' && access !== 'anybody' && !upload
