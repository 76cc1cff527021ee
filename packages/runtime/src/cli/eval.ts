import type { Command } from './command.ts'
import { refuseArguments } from './flags.ts'
import { answerLines } from './json-lines.ts'

export const evalCommand: Command = {
  name: 'eval',
  summary: 'Runs calculator scripts: one JSON object a line in, one a line out.',
  usage: 'voronka eval < cases.jsonl',
  async run(args, io) {
    refuseArguments(args)
    const { evaluateCase } = await import('./evaluate-case.ts')
    await answerLines(io, evaluateCase)
    return 0
  },
}
