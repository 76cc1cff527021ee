import { z } from 'zod'
import { crmSchema } from '../crm.ts'
import type { Crm } from '../crm.ts'
import { arrowSchema, blockSchema, projectSettingsSchema, projectSchema } from '../flow.ts'
import type { Project } from '../flow.ts'
import { byId, byNumber } from '../numbering.ts'
import { mapInPieces, whole, type Pieces } from '../pieces.ts'
import { isFields } from './fields.ts'
import { sameJson } from './same-json.ts'

/**
 * The one text of a project: keys in a fixed order, what has its default left out, blocks by number, arrows by id, one field a line, so that
 * a text diff shows what was changed. `crm`: where the file is to hold the whole project. Reading it gives the same project, writing that gives the same text (`voronka fmt`).
 */
export const writeProject = (project: Project, crm?: Crm): string => whole(writeProjectInPieces(project, crm))

/** The same, so that a funnel of ten thousand blocks holds nobody up. */
export function* writeProjectInPieces(project: Project, crm?: Crm): Pieces<string> {
  const { format, settings, sheets, lastBlock, lastArrow } = project
  const blocks = project.blocks.toSorted(byNumber)
  const arrows = project.arrows.toSorted(byId)
  const lines = {
    format,
    settings: lean(projectSettingsSchema, settings),
    crm: crm && lean(crmSchema, crm),
    sheets: sameJson(sheets, defaultOf(projectSchema.shape.sheets)) ? undefined : sheets.map(({ id, name }) => ({ id, name })),
    blocks: yield* mapInPieces(blocks, (block) => lean(blockSchema, block)),
    arrows: yield* mapInPieces(arrows, (arrow) => lean(arrowSchema, arrow)),
    // Written only where a deleted block or arrow had a higher number than those that are left.
    lastBlock: lastBlock > (blocks.at(-1)?.number ?? 0) ? lastBlock : undefined,
    lastArrow: lastArrow > (arrows.at(-1)?.id ?? 0) ? lastArrow : undefined,
  }
  yield
  return `${JSON.stringify(lines, null, 2)}\n`
}

/** The value with its keys in the schema's order and without what the schema would fill in by itself. */
export function lean(schema: unknown, value: unknown): unknown {
  const plain = unwrapped(schema)
  if (plain instanceof z.ZodArray && Array.isArray(value)) return value.map((item) => lean(plain.element, item))
  if (!(plain instanceof z.ZodObject) || !isFields(value)) return value
  const fields: Record<string, unknown> = {}
  for (const [name, field] of Object.entries(plain.shape)) {
    if (!sameJson(value[name], defaultOf(field))) fields[name] = lean(field, value[name])
  }
  return fields
}

function unwrapped(schema: unknown): unknown {
  return schema instanceof z.ZodDefault ||
    schema instanceof z.ZodPrefault ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodOptional
    ? unwrapped(schema.unwrap())
    : schema
}

const defaultOf = (schema: unknown): unknown =>
  schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault ? schema.parse(undefined) : undefined
