import type { Command } from './command.ts'
import { readFlags } from './flags.ts'

export const routes: Command = {
  name: 'routes',
  summary: 'Lists every address that the server answers at.',
  usage: 'voronka routes [--json]',
  async run(args, io) {
    const { json } = readFlags(args, { json: { type: 'boolean' } }).values
    const [{ createApp }, { listRoutes }, { createInstallation }, { readSettings }, { createLogger }] = await Promise.all([
      import('../http/create-server.ts'),
      import('../http/list-routes.ts'),
      import('../installation.ts'),
      import('../config/settings.ts'),
      import('../config/logger.ts'),
    ])
    const settings = readSettings([], {})
    const installation = createInstallation({ database: ':memory:' })
    const all = listRoutes(createApp(installation, settings, createLogger(settings, io.stderr)))
    await installation.close()
    if (json) io.stdout.write(`${JSON.stringify(all, null, 2)}\n`)
    else for (const { method, path, access } of all) io.stdout.write(`${method} ${path}${access === null ? '' : `  ${shown(access)}`}\n`)
    return 0
  },
}

const shown = (access: unknown): string => (typeof access === 'string' ? access : JSON.stringify(access))
