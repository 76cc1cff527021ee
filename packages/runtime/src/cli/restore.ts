import { CannotStart } from '../config/cannot-start.ts'
import type { Command } from './command.ts'
import { fileAndSettings } from './file-and-settings.ts'
import { withSettings } from './with-settings.ts'

export const restoreCommand: Command = {
  name: 'restore',
  summary: 'Puts a backup in the place of the database while the server is stopped; what was there is kept beside it.',
  usage: 'voronka restore FILE [--data FOLDER]',
  async run(args, io) {
    const [{ restore }, { takeDataFolder }] = await Promise.all([import('../db/copy-database.ts'), import('../config/data-folder.ts')])
    const { file, rest } = fileAndSettings(args, 'Name the backup, for example: voronka restore monday.db')
    return withSettings(rest, io, async ({ data }) => {
      const folder = takeDataFolder(data)
      try {
        const aside = `${folder.database}.before-${new Date().toISOString().replace(/[:.]/g, '-')}`
        const kept = restore(file, folder.database, aside)
        io.stdout.write(`Restored ${file}.${kept ? ` What was there before is kept as ${aside}.` : ''}\n`)
        return 0
      } catch (error) {
        throw new CannotStart(`Nothing was restored: ${error instanceof Error ? error.message : String(error)}`)
      } finally {
        folder.release()
      }
    })
  },
}
