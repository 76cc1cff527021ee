import type { Problem } from '@voronka/flow'
import { UsageError, type Command } from './command.ts'
import { readFlags } from './flags.ts'

export const lint: Command = {
  name: 'lint',
  summary: 'Checks project files and lists their problems; exit code 1 when there is an error.',
  usage: 'voronka lint [--json] [--language ru|en] FILE...',
  async run(args, io) {
    const { files, json, language } = readArguments(args)
    const [{ checkProject, explainProblem, targetsOf }, { readProjectFile }] = await Promise.all([
      import('@voronka/flow'),
      import('./project-file.ts'),
    ])
    const found = files.flatMap((file) => {
      const project = readProjectFile(file)
      return checkProject(project, { targets: project.crm && targetsOf(project.crm) }).map(({ code, severity, place, facts }) => {
        return { file, code, severity, place, facts, ...explainProblem({ code, facts }, language) }
      })
    })
    io.stdout.write(json ? `${JSON.stringify(found, null, 2)}\n` : found.map(line).join(''))
    return found.some(({ severity }) => severity === 'error') ? 1 : 0
  },
}

function readArguments(args: readonly string[]) {
  const { values, positionals } = readFlags(args, { json: { type: 'boolean' }, language: { type: 'string' } })
  const { json = false, language = 'en' } = values
  if (language !== 'ru' && language !== 'en') throw new UsageError(`--language is ru or en, not "${language}".`)
  if (!positionals.length) throw new UsageError('Name at least one project file.')
  return { files: positionals, json, language } as const
}

function line({ file, severity, code, message, place }: Omit<Problem, 'fix'> & { file: string; message: string }): string {
  const { block, arrow, field } = place
  const words = [block !== undefined && `block ${block}`, arrow !== undefined && `arrow ${arrow}`, field].filter(Boolean).join(', ')
  return `${file}: ${severity}: ${words ? `${words}: ` : ''}${message} [${code}]\n`
}
