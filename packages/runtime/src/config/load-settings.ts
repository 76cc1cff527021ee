import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { readSettingsFile, type SettingsFile } from './settings-file.ts'
import { BadSettings, dataFolderOf, readSettings, type Settings } from './settings.ts'

type Environment = Readonly<Record<string, string | undefined>>

/**
 * The settings as this process was given them: flags before the environment, that before the file that `--config` names or else `voronka.env` in the data
 * folder, that before what is standard. Throws `BadSettings`.
 */
export function loadSettings(args: readonly string[], env: Environment): Settings {
  const { config, rest } = takeConfig(args)
  return readSettings(rest, env, config === undefined ? fileInDataFolder(rest, env) : readSettingsFile(resolve(config)))
}

function fileInDataFolder(args: readonly string[], env: Environment): SettingsFile | undefined {
  const path = join(dataFolderOf(args, env), 'voronka.env')
  if (!existsSync(path)) return undefined
  const file = readSettingsFile(path)
  const moved = file.values.get('VORONKA_DATA')
  if (moved) throw new BadSettings([`${path}, line ${moved.line}: VORONKA_DATA cannot be set by a file that lies in the data folder.`])
  return file
}

/** `--config FILE` and `--config=FILE`. */
function takeConfig(args: readonly string[]): { config: string | undefined; rest: readonly string[] } {
  const at = args.findIndex((arg) => arg === '--config' || arg.startsWith('--config='))
  const found = args[at]
  if (found === undefined) return { config: undefined, rest: args }
  const together = found.startsWith('--config=')
  const config = together ? found.slice('--config='.length) : args[at + 1]
  if (!config) throw new BadSettings(['--config needs the name of a file.'])
  return { config, rest: args.toSpliced(at, together ? 1 : 2) }
}
