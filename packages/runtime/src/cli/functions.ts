import type { Command } from './command.ts'
import { readFlags } from './flags.ts'

export const functionsCommand: Command = {
  name: 'functions',
  summary: 'Lists the functions that scripts may call.',
  usage: 'voronka functions [--json]',
  async run(args, io) {
    const { json } = readFlags(args, { json: { type: 'boolean' } }).values
    const { catalogue } = await import('@voronka/functions')
    const functions = catalogue()
    if (json) io.stdout.write(`${JSON.stringify(functions, null, 2)}\n`)
    else for (const { name, params, help } of functions) io.stdout.write(`${name}(${params.map(shown).join(', ')})\n    ${help.en}\n`)
    return 0
  },
}

const shown = ({ name, required, variadic }: { name: string; required: boolean; variadic?: true }): string =>
  `${name}${variadic ? '...' : ''}${required ? '' : '?'}`
