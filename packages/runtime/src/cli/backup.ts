import { existsSync } from 'node:fs'
import { CannotStart } from '../config/cannot-start.ts'
import { UsageError, type Command } from './command.ts'
import { fileAndSettings } from './file-and-settings.ts'
import { withSettings } from './with-settings.ts'

export const backup: Command = {
  name: 'backup',
  summary: 'Copies everything that is stored into one file, also while the server runs, and checks the copy.',
  usage: 'voronka backup FILE [--rehearse] [--config FILE] [--data FOLDER]',
  async run(args, io) {
    const [{ backUp, rehearse }, { databaseOf }] = await Promise.all([import('../backups/back-up.ts'), import('../config/data-folder.ts')])
    const isRehearsed = args.includes('--rehearse')
    const others = args.filter((arg) => arg !== '--rehearse')
    const { file, rest } = fileAndSettings(others, 'Name the file to write, for example: voronka backup monday.db')
    if (existsSync(file)) throw new UsageError(`${file} is there already; backups never overwrite. Choose another name.`)
    return withSettings(rest, io, async ({ data, databaseUrl }) => {
      if (databaseUrl !== '')
        throw new CannotStart('The database is PostgreSQL: copy it with pg_dump, and the folder "files" of the data folder after it.')
      if (!existsSync(databaseOf(data))) throw new CannotStart(`There is no database in ${data}. Name the data folder with --data.`)
      try {
        const { bytes, files, missing } = await backUp(data, file)
        if (isRehearsed) await rehearse(file)
        const lost = missing.length ? ` ${missing.length} uploaded files are missing from the data folder.` : ''
        io.stdout.write(
          `${file}: ${(bytes / 1e6).toFixed(1)} MB with ${files} uploaded files, checked${isRehearsed ? ' and restored on trial' : ''}.${lost}\n`,
        )
        return 0
      } catch (error) {
        throw new CannotStart(`The backup was not made: ${error instanceof Error ? error.message : String(error)}`)
      }
    })
  },
}
