import { setFlagsFromString } from 'node:v8'
import { CannotStart } from '../config/cannot-start.ts'
import { loadSettings } from '../config/load-settings.ts'
import { BadSettings, type Settings } from '../config/settings.ts'
import { UsageError, type Command, type Io } from './command.ts'

export const start: Command = {
  name: 'start',
  summary: 'Starts the server on http://127.0.0.1:3000, or as the settings say (docs/configuration.md).',
  usage:
    'voronka start [--config FILE] [--port N] [--host ADDRESS] [--network chat|all] [--proxy ADDRESSES] [--tls-cert FILE --tls-key FILE] [--chat-rate N] [--api-rate N] [--data FOLDER] [--database-url URL] [--public-url URL] [--test-mode on] [--log pretty|json] [--log-level LEVEL]',
  async run(args, io) {
    const settings = settingsOf(args, io)
    setFlagsFromString(`--heap-growing-percent=${mostGarbage}`)
    // Loaded only here: the other commands need no server.
    const [{ serve }, { createLogger }] = await Promise.all([import('../http/serve.ts'), import('../config/logger.ts')])
    try {
      await serve(settings, createLogger(settings, io.stderr), (line) => io.stdout.write(`${line}\n`))
      return 0
    } catch (error) {
      if (!(error instanceof CannotStart)) throw error
      io.stderr.write(`Voronka cannot start. ${error.message}\n`)
      return 1
    }
  },
}

/** Percent of what lives in memory that may lie there beside it until it is collected; V8 itself lets that grow to a multiple where memory is large. */
const mostGarbage = 30

function settingsOf(args: readonly string[], { env }: Io): Settings {
  try {
    return loadSettings(args, env)
  } catch (error) {
    throw error instanceof BadSettings ? new UsageError(error.message) : error
  }
}
