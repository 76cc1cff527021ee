import { compileScript, explain, toText, type Language, type Value } from '@voronka/calculator'
import { library, memoryPorts } from '@voronka/functions'

export interface PreviewLine {
  readonly line: number
  readonly source: string
  readonly target?: string
  /** As text; undefined where the line gives nothing. */
  readonly value?: string
  /** What was wrong, in words. */
  readonly trouble?: string
}

/**
 * Runs a script over plain objects: nothing is sent and nothing is stored. `given`: a script whose assignments are the values before the run,
 * so test values are written as in the calculator itself.
 */
export async function previewScript(
  script: string,
  given: string,
  { now, zone, language }: { now: number; zone: string; language: Language },
): Promise<PreviewLine[]> {
  const scopes = {
    order: new Map<string, Value>(),
    client: new Map<string, Value>(),
    project: new Map<string, Value>(),
    constants: new Map<string, Value>(),
    builtin: () => undefined,
  }
  const world = {
    now: () => now,
    random: Math.random,
    zone,
    language,
    ports: memoryPorts({ lastMessageAt: now }),
    stopwatch: () => performance.now(),
  }
  await compileScript(given, library).run(scopes, world)
  const { lines } = await compileScript(script, library).run(scopes, world)
  return lines.map(({ line, source, target, value, diagnostic }) => {
    const told = diagnostic && explain(diagnostic, language)
    return {
      line,
      source,
      target,
      value: value === undefined ? undefined : toText(value),
      trouble: told && [told.message, told.hint].filter(Boolean).join(' '),
    }
  })
}
