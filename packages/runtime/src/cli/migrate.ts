import { withoutPassword } from '../config/settings.ts'
import type { Command } from './command.ts'
import { withSettings } from './with-settings.ts'

export const migrate: Command = {
  name: 'migrate',
  summary: "Brings the database to this version's form and stops; `start` does the same by itself.",
  usage: 'voronka migrate [--config FILE] [--data FOLDER] [--database-url URL]',
  async run(args, io) {
    const [{ takeDataFolder }, { openInstallation }, { createLogger }] = await Promise.all([
      import('../config/data-folder.ts'),
      import('../config/open-installation.ts'),
      import('../config/logger.ts'),
    ])
    return withSettings(args, io, async (settings) => {
      const folder = takeDataFolder(settings.data, { shared: settings.databaseUrl !== '' })
      try {
        const installation = await openInstallation(folder, settings, createLogger(settings, io.stderr))
        await installation.close()
        io.stdout.write(`The database ${settings.databaseUrl ? withoutPassword(settings.databaseUrl) : folder.database} is up to date.\n`)
        return 0
      } finally {
        folder.release()
      }
    })
  },
}
