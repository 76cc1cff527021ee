import { z } from 'zod'
import { recall, remember } from '../app/device-memory.ts'

const viewportSchema = z.object({ x: z.number(), y: z.number(), zoom: z.number().positive() })
const memorySchema = z.object({ sheet: z.number(), viewports: z.record(z.string(), viewportSchema) })
export type View = z.infer<typeof viewportSchema>

const key = (projectId: number) => `voronka.view.${projectId}`

/** Where this person looked last in a project: the sheet, and the place on each sheet. Kept on this device. */
export function recallView(projectId: number): z.infer<typeof memorySchema> | undefined {
  try {
    const text = recall(key(projectId))
    return text === null ? undefined : memorySchema.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

export function rememberView(projectId: number, sheet: number, view: View): void {
  const viewports = { ...recallView(projectId)?.viewports, [sheet]: view }
  remember(key(projectId), JSON.stringify({ sheet, viewports }))
}
