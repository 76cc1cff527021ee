import { z } from 'zod'

export const taskViews = ['day', 'week', 'list', 'board'] as const
export type TaskView = (typeof taskViews)[number]

/** The address of the screen of tasks. `whose`: `me`, `free` or the number of an account; `task`: that one is open. */
export const tasksSearch = z.object({
  task: z.coerce.number().int().positive().optional().catch(undefined),
  view: z.enum(taskViews).optional().catch(undefined),
  day: z.iso.date().optional().catch(undefined),
  whose: z.coerce
    .string()
    .regex(/^(me|free|[1-9]\d{0,15})$/)
    .optional()
    .catch(undefined),
})
export type TasksSearch = z.infer<typeof tasksSearch>
