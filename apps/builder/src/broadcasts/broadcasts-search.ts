import { z } from 'zod'

const number = z.coerce.number().int().positive().optional().catch(undefined)

/** The address of the screen. `new`: a draft is being begun (any number, another one for each); `list`: for the members of that list. */
export const broadcastsSearch = z.object({ broadcast: number, new: number, list: number })
export type BroadcastsSearch = z.infer<typeof broadcastsSearch>
