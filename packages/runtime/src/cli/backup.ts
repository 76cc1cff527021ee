import { existsSync } from 'node:fs'
import { CannotStart } from '../config/cannot-start.ts'
import { UsageError, type Command } from './command.ts'
import { fileAndSettings } from './file-and-settings.ts'
import { withSettings } from './with-settings.ts'

export const backup: Command = {
  name: 'backup',
  summary: 'Copies everything that is stored into one file, also while the server runs, and checks the copy.',
  usage: 'voronka backup FILE [--data FOLDER]',
  async run(args, io) {
    const [{ backUp, BadDatabase }, { databaseOf }] = await Promise.all([
      import('../db/copy-database.ts'),
      import('../config/data-folder.ts'),
    ])
    const { file, rest } = fileAndSettings(args, 'Name the file to write, for example: voronka backup monday.db')
    if (existsSync(file)) throw new UsageError(`${file} is there already; backups never overwrite. Choose another name.`)
    return withSettings(rest, io, async ({ data }) => {
      const database = databaseOf(data)
      if (!existsSync(database)) throw new CannotStart(`There is no database in ${data}. Name the data folder with --data.`)
      try {
        const bytes = await backUp(database, file)
        io.stdout.write(`${file}: ${(bytes / 1e6).toFixed(1)} MB, checked.\n`)
        return 0
      } catch (error) {
        if (error instanceof BadDatabase) throw new CannotStart(error.message)
        throw new CannotStart(`The backup was not made: ${error instanceof Error ? error.message : String(error)}.`)
      }
    })
  },
}
