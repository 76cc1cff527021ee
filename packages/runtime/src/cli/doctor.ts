import type { Finding } from '../doctor/finding.ts'
import type { Command } from './command.ts'
import { withSettings } from './with-settings.ts'

const marks: Readonly<Record<Finding['state'], string>> = { ok: 'ok     ', warning: 'warning', error: 'ERROR  ' }

export const doctor: Command = {
  name: 'doctor',
  summary: 'Looks at everything that the installation stands on, also while it runs, and says what to do about what is wrong.',
  usage: 'voronka doctor [--json] [--config FILE] [--data FOLDER] [--database-url URL]',
  run: (args, io) =>
    withSettings(
      args.filter((arg) => arg !== '--json'),
      io,
      async (settings) => {
        const { examine } = await import('../doctor/examine.ts')
        const findings = await examine({ settings, now: Date.now() })
        io.stdout.write(args.includes('--json') ? `${JSON.stringify(findings, null, 2)}\n` : findings.map(shown).join(''))
        return findings.some(({ state }) => state === 'error') ? 1 : 0
      },
    ),
}

const shown = ({ name, state, says, cure }: Finding): string => `${marks[state]}  ${name}: ${says}\n${cure && `         ${cure}\n`}`
