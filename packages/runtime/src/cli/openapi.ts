import { version } from '../config/root.ts'
import type { Command } from './command.ts'

export const openapi: Command = {
  name: 'openapi',
  summary: "Prints the OpenAPI document of the application's API.",
  usage: 'voronka openapi',
  async run(_args, io) {
    const { openApi } = await import('@voronka/api')
    io.stdout.write(`${JSON.stringify(openApi(version), null, 2)}\n`)
    return 0
  },
}
