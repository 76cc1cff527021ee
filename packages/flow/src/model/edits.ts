/**
 * The small changes that a document is edited by. They are data: the builder keeps them for undo, the server applies them to the draft,
 * other editors receive them. `applyEdits` gives the changed document and the edits that take it back.
 */
import { z } from 'zod'
import { arrowSchema, blockSchema, projectSettingsSchema, sheetSchema } from './flow.ts'

/** Fields of a patch are validated but not filled with defaults: what is absent stays as it is. */
const partial = <T extends z.ZodRawShape>(schema: z.ZodObject<T>) =>
  z.record(z.string(), z.unknown()).transform((fields, context) => {
    const read: Record<string, unknown> = {}
    for (const [name, value] of Object.entries(fields)) {
      const field = Object.hasOwn(schema.shape, name) ? (schema.shape[name] as unknown as z.ZodType) : undefined
      const result = field?.safeParse(value)
      if (result?.success) read[name] = result.data
      else context.addIssue({ code: 'custom', path: [name], message: result?.error?.issues[0]?.message ?? 'Unknown field' })
    }
    return read as Partial<z.infer<typeof schema>>
  })

export const editSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('put-block'), block: blockSchema }),
  z.object({ type: z.literal('patch-block'), number: z.int().positive(), fields: partial(blockSchema.omit({ number: true })) }),
  z.object({ type: z.literal('remove-block'), number: z.int().positive() }),
  z.object({ type: z.literal('put-arrow'), arrow: arrowSchema }),
  z.object({ type: z.literal('patch-arrow'), id: z.int().positive(), fields: partial(arrowSchema.omit({ id: true })) }),
  z.object({ type: z.literal('remove-arrow'), id: z.int().positive() }),
  z.object({ type: z.literal('put-sheet'), sheet: sheetSchema, index: z.int().nonnegative().optional() }),
  z.object({ type: z.literal('remove-sheet'), id: z.int().positive() }),
  z.object({ type: z.literal('patch-settings'), fields: partial(projectSettingsSchema) }),
])

export type Edit = z.infer<typeof editSchema>
