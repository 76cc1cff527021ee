import { callsOf, parseScript, variablesOf } from '@voronka/calculator'
import type { Arrow, Block, Project } from '@voronka/flow'
import { library } from '@voronka/functions'
import type { KnownName } from './editor-context.ts'

export interface FoundName extends Pick<KnownName, 'name' | 'scope'> {
  /** Blocks whose script writes it, and blocks from which an arrow stores an answer in it; empty: only the settings name it. */
  readonly blocks: readonly number[]
}

/** Every variable that the project writes anywhere, each once for each scope, by name. */
export function knownNames({ blocks, arrows, settings }: Pick<Project, 'blocks' | 'arrows' | 'settings'>): FoundName[] {
  const found = new Map<string, { name: string; scope: KnownName['scope']; blocks: Set<number> }>()
  const note = ({ name, scope }: Written, block?: number) => {
    const key = `${scope}.${name}`
    const entry = found.get(key) ?? { name, scope, blocks: new Set<number>() }
    if (block !== undefined) entry.blocks.add(block)
    found.set(key, entry)
  }
  for (const { name } of settings.constants) if (name.trim()) note({ name: name.trim(), scope: 'constant' })
  for (const { name } of settings.variables) if (name.trim()) note({ name: name.trim(), scope: 'project' })
  for (const arrow of arrows) for (const written of writtenByArrow(arrow)) note(written, arrow.from)
  for (const block of blocks) for (const written of writtenByBlock(block)) note(written, block.number)
  return [...found.values()].map((entry) => ({ ...entry, blocks: [...entry.blocks] })).sort((a, b) => a.name.localeCompare(b.name))
}

type Written = Pick<KnownName, 'name' | 'scope'>

// Documents are never changed in place, so a block that was read once need not be read again.
const ofBlock = new WeakMap<Block, readonly Written[]>()

function writtenByBlock(block: Block): readonly Written[] {
  const known = ofBlock.get(block)
  if (known) return known
  const script = parseScript(block.calculator, library)
  const written: Written[] = variablesOf(script)
    .filter(({ access, built }) => access === 'write' && !built)
    .map(({ name, scope }) => ({ name, scope: scope ?? 'order' }))
  for (const { name, args } of callsOf(script)) {
    const argument = name === 'set_client_var' ? args[1] : undefined
    const literal = argument && /^(['"])(\p{L}[\p{L}\p{Nd}\p{M}_]*)\1$/u.exec(block.calculator.slice(argument.from, argument.to))
    if (literal?.[2]) written.push({ name: literal[2], scope: 'client' })
  }
  ofBlock.set(block, written)
  return written
}

function writtenByArrow({ collectsData, variable }: Arrow): Written[] {
  const [, scope, name] = /^(?:(client|клиент|project|проект)\.)?(\p{L}[\p{L}\p{Nd}\p{M}_]*)$/u.exec(variable.trim()) ?? []
  if (!collectsData || name === undefined) return []
  return [{ name, scope: scope === undefined ? 'order' : /^[cк]/.test(scope) ? 'client' : 'project' }]
}
