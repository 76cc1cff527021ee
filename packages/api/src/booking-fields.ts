/** What is typed into the set-up of a branch, whatever it is set up. */
import { z } from 'zod'

export const text = (most: number) => z.string().trim().max(most)
export const name = z.string().trim().min(1).max(255)
export const longText = text(5000)
/** Address of a stored file, or of a picture on the network; empty: none. */
export const photo = text(4000)
export const ids = z.array(z.int().positive()).max(1000)

export const color = z.string().regex(/^#[0-9a-f]{6}$/i, 'A colour like #2f6fed')

/** Everything of its kind in the branch, each once, in the order that is wanted. */
export const order = z.object({ ids: ids.max(10_000) })
export const sorted = z.object({ ids: z.array(z.int()) })
