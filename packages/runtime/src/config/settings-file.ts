import { readFileSync } from 'node:fs'
import { BadSettings } from './settings.ts'

/** A file of settings as it was read: what each name is set to, and in which line. */
export interface SettingsFile {
  readonly path: string
  readonly values: ReadonlyMap<string, { readonly text: string; readonly line: number }>
}

/**
 * Reads lines such as `VORONKA_PORT=8080`; empty ones and those that begin with `#` say nothing, and quotes around a value are no part of it. Throws
 * `BadSettings` with a sentence for each line that is none.
 */
export function readSettingsFile(path: string): SettingsFile {
  const values = new Map<string, { text: string; line: number }>()
  const faults: string[] = []
  for (const [index, whole] of textOf(path).split(/\r?\n/).entries()) {
    const written = whole.trim()
    if (written === '' || written.startsWith('#')) continue
    // Nothing of the line is told: what was meant as a secret may stand there.
    const [, name, text = ''] = /^([A-Za-z_][A-Za-z0-9_]*)\s*=\s*(.*)$/.exec(written) ?? []
    if (name === undefined) faults.push(`${path}, line ${index + 1}: it must be NAME=VALUE.`)
    else if (values.has(name)) faults.push(`${path}, line ${index + 1}: ${name} is set a second time.`)
    else values.set(name, { text: text.replace(/^(["'])(.*)\1$/, '$2'), line: index + 1 })
  }
  if (faults.length) throw new BadSettings(faults)
  return { path, values }
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8').replace(/^\uFEFF/, '')
  } catch (error) {
    throw new BadSettings([`The file of settings ${path} cannot be read: ${error instanceof Error ? error.message : String(error)}.`])
  }
}
