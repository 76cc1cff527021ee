import { z } from 'zod'

/** The address of the screen: which of the two tabs, and which list is open. */
export const listsSearch = z.object({
  tab: z.enum(['lists', 'labels']).optional().catch(undefined),
  list: z.coerce.number().int().positive().optional().catch(undefined),
})
export type ListsSearch = z.infer<typeof listsSearch>
