import { writeFileSync } from 'node:fs'
import { UsageError, type Command } from './command.ts'
import { readFlags } from './flags.ts'

export const fmt: Command = {
  name: 'fmt',
  summary: 'Rewrites project files in their canonical form; with --check only says which are not in it.',
  usage: 'voronka fmt [--check] FILE...',
  async run(args, io) {
    const { values, positionals: files } = readFlags(args, { check: { type: 'boolean' } })
    if (!files.length) throw new UsageError('Name at least one project file.')
    const [{ writeProject }, { readProjectFile, readText }] = await Promise.all([import('@voronka/flow'), import('./project-file.ts')])
    const different = files
      .map((file) => {
        const project = readProjectFile(file)
        return { file, canonical: writeProject(project, project.crm) }
      })
      .filter(({ file, canonical }) => canonical !== readText(file))
    for (const { file, canonical } of different) {
      if (!values.check) write(file, canonical)
      io.stdout.write(`${file}: ${values.check ? 'not in canonical form' : 'rewritten'}\n`)
    }
    return values.check && different.length ? 1 : 0
  },
}

function write(file: string, text: string): void {
  try {
    writeFileSync(file, text)
  } catch (error) {
    throw new UsageError(`${file}: cannot be written (${error instanceof Error ? error.message : String(error)}).`)
  }
}
