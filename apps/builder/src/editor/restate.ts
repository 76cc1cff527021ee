import type { Edit, Project } from '@voronka/flow'

/**
 * The edits that make the named things (`block:5`, `arrow:7`, `sheet:1`, `settings:name`, as `touched` names them) in `from` equal to what they are
 * in `to`, whatever lies between the two documents.
 */
export function restate(from: Project, to: Project, keys: Iterable<string>): Edit[] {
  const put: Edit[] = []
  const remove: Edit[] = []
  const settings: { -readonly [Name in keyof Project['settings']]?: Project['settings'][Name] } = {}
  for (const key of [...keys].sort(inOrderOfBuilding)) {
    const [kind, name = ''] = key.split(':')
    const number = Number(name)
    if (kind === 'settings') Object.assign(settings, pick(to.settings, name))
    if (kind === 'sheet') {
      const sheet = to.sheets.find(({ id }) => id === number)
      if (sheet) put.push({ type: 'put-sheet', sheet, index: to.sheets.indexOf(sheet) })
      else if (from.sheets.some(({ id }) => id === number)) remove.unshift({ type: 'remove-sheet', id: number })
    }
    if (kind === 'block') {
      const block = to.blocks.find((candidate) => candidate.number === number)
      if (block) put.push({ type: 'put-block', block })
      else if (from.blocks.some((candidate) => candidate.number === number)) remove.unshift({ type: 'remove-block', number })
    }
    if (kind === 'arrow') {
      const arrow = to.arrows.find(({ id }) => id === number)
      if (arrow) put.push({ type: 'put-arrow', arrow })
      else if (from.arrows.some(({ id }) => id === number)) remove.unshift({ type: 'remove-arrow', id: number })
    }
  }
  return [...put, ...remove, ...(Object.keys(settings).length ? [{ type: 'patch-settings', fields: settings } satisfies Edit] : [])]
}

/** Sheets before the blocks on them, blocks before the arrows between them; removing goes the other way round. */
const inOrderOfBuilding = (a: string, b: string): number => rank(a) - rank(b) || a.localeCompare(b)
const rank = (key: string): number => ['sheet', 'block', 'arrow', 'settings'].findIndex((kind) => key.startsWith(kind))

const pick = (settings: Project['settings'], name: string): object =>
  Object.fromEntries(Object.entries(settings).filter(([field]) => field === name))
