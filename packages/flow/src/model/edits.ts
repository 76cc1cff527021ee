/**
 * The small changes that a document is edited by. They are data: the builder keeps them for undo, the server applies them to the draft,
 * other editors receive them. `applyEdits` gives the changed document and the edits that take it back.
 */
import { z } from 'zod'
import { arrowSchema, blockSchema, projectSettingsSchema, sheetSchema } from './flow.ts'

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

/** Fields of a patch are validated but not filled with defaults: what is absent stays as it is. Unknown fields are refused. */
function partial<Shape extends z.ZodRawShape>(schema: z.ZodObject<Shape>) {
  const fields = schema.partial().strict()
  return z.record(z.string(), z.unknown()).transform((given, context) => {
    const { success, data, error } = fields.safeParse(given)
    if (!success) {
      for (const { path, message } of error.issues) context.addIssue({ code: 'custom', path: [...path], message })
      return z.NEVER
    }
    // zod fills in the default of a field even where the field may be absent.
    for (const name of Object.keys(data)) if (!Object.hasOwn(given, name)) Reflect.deleteProperty(data, name)
    return data
  })
}
