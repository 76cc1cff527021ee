import { existsSync } from 'node:fs'
import { CannotStart } from '../config/cannot-start.ts'
import { secretKeyFile } from '../config/secret-key.ts'
import type { Command } from './command.ts'
import { fileAndSettings } from './file-and-settings.ts'
import { withSettings } from './with-settings.ts'

export const restoreCommand: Command = {
  name: 'restore',
  summary: 'Puts a backup in the place of what is stored while the server is stopped; what was there is kept beside it.',
  usage: 'voronka restore FILE [--config FILE] [--data FOLDER]',
  async run(args, io) {
    const [{ restore }, { takeDataFolder }] = await Promise.all([import('../backups/back-up.ts'), import('../config/data-folder.ts')])
    const { file, rest } = fileAndSettings(args, 'Name the backup, for example: voronka restore monday.db')
    return withSettings(rest, io, async ({ data, secretKey }) => {
      const folder = takeDataFolder(data)
      try {
        const kept = restore(file, data, `.before-${new Date().toISOString().replace(/[:.]/g, '-')}`)
        io.stdout.write(`Restored ${file}.${kept.map((path) => ` What was there before is kept as ${path}.`).join('')}\n`)
        if (secretKey === '' && !existsSync(secretKeyFile(data))) io.stdout.write(`${keyIsMissing(secretKeyFile(data))}\n`)
        return 0
      } catch (error) {
        throw new CannotStart(`Nothing was restored: ${error instanceof Error ? error.message : String(error)}`)
      } finally {
        folder.release()
      }
    })
  },
}

/** Backups do not hold it, so that whoever finds one reads no secrets. */
const keyIsMissing = (path: string): string =>
  `The key of the secrets is not in backups: put it back as ${path} before the start, else tokens of channels and other secrets are to be entered again.`
