import type { DialogueStep } from '../simulate/dialogue-step.ts'
import type { PlayedStep } from '../simulate/played-step.ts'
import type { Simulation } from '../simulate/simulation.ts'
import { UsageError, type Command } from './command.ts'
import { readFlags } from './flags.ts'

export const simulate: Command = {
  name: 'simulate',
  summary: 'Plays a dialogue against a project on a clock of its own and prints what happened as JSON.',
  usage: 'voronka simulate [--seed N] PROJECT.json DIALOG.json',
  async run(args, io) {
    const { project, dialogue, seed } = readArguments(args)
    const [{ readDialogue }, { readProjectFile }] = await Promise.all([import('./dialogue.ts'), import('./project-file.ts')])
    const document = readProjectFile(project)
    const steps = readDialogue(dialogue)
    const { createSimulation } = await import('../simulate/simulation.ts')
    const failures: unknown[] = []
    const [first] = steps
    const start = first && 'at' in first ? { start: Date.parse(first.at) } : {}
    const simulation = await createSimulation(document, { ...start, seed, onError: (error) => void failures.push(error) })
    try {
      const played = await playAll(simulation, steps, dialogue)
      io.stdout.write(`${JSON.stringify({ steps: played }, null, 2)}\n`)
    } finally {
      await simulation.close()
    }
    for (const failure of failures) io.stderr.write(`${failure instanceof Error ? failure.message : String(failure)}\n`)
    return failures.length ? 1 : 0
  },
}

function readArguments(args: readonly string[]) {
  const { values, positionals } = readFlags(args, { seed: { type: 'string', default: '1' } })
  const [project, dialogue, ...more] = positionals
  if (project === undefined || dialogue === undefined || more.length) throw new UsageError('Name one project file and one dialogue file.')
  if (!/^[0-9]{1,10}$/.test(values.seed)) throw new UsageError(`--seed is a whole number, not "${values.seed}".`)
  return { project, dialogue, seed: Number(values.seed) }
}

async function playAll(simulation: Simulation, steps: readonly DialogueStep[], file: string): Promise<PlayedStep[]> {
  const { UnplayableStep } = await import('../simulate/unplayable-step.ts')
  const played: PlayedStep[] = []
  for (const [index, step] of steps.entries()) {
    try {
      played.push(await simulation.play(step))
    } catch (error) {
      throw error instanceof UnplayableStep ? new UsageError(`${file}: [${index}]${error.path}: ${error.message}`) : error
    }
  }
  return played
}
