import { existsSync } from 'node:fs'
import { UsageError, type Command } from './command.ts'
import { withSettings } from './with-settings.ts'

/** `voronka history CLIENT`: also while a server runs. */
export const history: Command = {
  name: 'history',
  summary: 'Prints the history of a client as JSON lines: his turns with their traces, and his messages, in the order in which they came.',
  usage: 'voronka history CLIENT [--data FOLDER]',
  run: ([client = '', ...args], io) =>
    withSettings(args, io, async ({ data }) => {
      if (!/^[1-9]\d{0,15}$/.test(client)) throw new UsageError('Name the number of a client: voronka history 17')
      const [{ databaseOf }, { clientHistory }] = await Promise.all([
        import('../config/data-folder.ts'),
        import('../clients/client-history.ts'),
      ])
      const database = databaseOf(data)
      if (!existsSync(database)) throw new UsageError(`There is no database in ${data}. Name the data folder with --data.`)
      const lines = clientHistory(database, Number(client))
      if (!lines) {
        io.stderr.write(`There is no client ${client}.\n`)
        return 1
      }
      for (const line of lines) io.stdout.write(`${JSON.stringify(line)}\n`)
      return 0
    }),
}
