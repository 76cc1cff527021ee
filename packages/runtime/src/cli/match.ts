import { toPlain, type Value } from '@voronka/calculator'
import type { Command } from './command.ts'
import { refuseArguments } from './flags.ts'
import { answerLines } from './json-lines.ts'

export const matchCommand: Command = {
  name: 'match',
  summary: 'Says whether conditions match messages: one JSON object a line in, one a line out.',
  usage: 'voronka match < cases.jsonl',
  async run(args, io) {
    refuseArguments(args)
    const [{ matchCase }, { library }] = await Promise.all([import('@voronka/flow/matcher'), import('@voronka/functions')])
    await answerLines(io, async (line) => {
      const matches = await matchCase(toPlain(line), library)
      return new Map<string, Value>([
        ['id', line.get('id') ?? null],
        ['matches', matches],
      ])
    })
    return 0
  },
}
