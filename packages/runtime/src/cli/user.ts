import { emailSchema, languages } from '@voronka/api'
import { existsSync } from 'node:fs'
import type { Settings } from '../config/settings.ts'
import type { Installation } from '../installation.ts'
import { UsageError, type Command, type Io } from './command.ts'
import { withSettings } from './with-settings.ts'

export const user: Command = {
  name: 'user',
  summary: 'Adds an account, prints a link that resets a password, lists accounts; also while the server runs.',
  usage:
    'voronka user add EMAIL [--name NAME] [--language ru|en] [--owner] | reset-password EMAIL | list  [--data FOLDER] [--database-url URL] [--public-url URL]',
  async run(args, io) {
    const { asked, rest } = readArguments(args)
    return withSettings(rest, io, (settings) =>
      withInstallation(settings, io, (installation) => carryOut(asked, { installation, settings, io })),
    )
  },
}

interface Asked {
  readonly verb: 'add' | 'reset-password' | 'list'
  readonly email: string
  readonly name: string
  readonly language: 'ru' | 'en'
  readonly owner: boolean
}

/** What is ours of the arguments; the rest are settings. */
function readArguments(args: readonly string[]): { asked: Asked; rest: string[] } {
  const left = [...args]
  const take = (name: string): string | undefined => {
    const at = left.indexOf(name)
    return at === -1 ? undefined : left.splice(at, 2)[1]
  }
  const verb = left.shift()
  if (verb !== 'add' && verb !== 'reset-password' && verb !== 'list') throw new UsageError('Say what to do: add, reset-password or list.')
  const address = verb === 'list' ? undefined : left.shift()
  const email = verb === 'list' ? { success: true as const, data: '' } : emailSchema.safeParse(address)
  if (!email.success) throw new UsageError(`Name an e-mail address: voronka user ${verb} anna@example.com`)
  const name = take('--name') ?? ''
  const language = languages.find((each) => each === (take('--language') ?? 'en'))
  if (!language) throw new UsageError(`--language must be one of ${languages.join(', ')}.`)
  const at = left.indexOf('--owner')
  if (at !== -1) left.splice(at, 1)
  return { asked: { verb, email: email.data, name, language, owner: at !== -1 }, rest: left }
}

async function carryOut(
  { verb, email, name, language, owner }: Asked,
  { installation: { accounts }, settings, io }: { installation: Installation; settings: Settings; io: Io },
): Promise<number> {
  const say = (line: string) => void io.stdout.write(`${line}\n`)
  if (verb === 'list') {
    for (const each of await accounts.list()) {
      const marks = [each.installationOwner && 'owner of the installation', each.disabled && 'disabled'].filter(Boolean).join(', ')
      say([each.email, each.name, marks].filter(Boolean).join('  '))
    }
    return 0
  }
  if (verb === 'add') {
    const made = await accounts.add({ email, name: name || email, language, password: null, installationOwner: owner })
    say(`${email} was added${made.installationOwner ? ' as an owner of the installation' : ''}.`)
  }
  const link = await accounts.resetLink(email)
  if (!link) {
    io.stderr.write(`There is no account ${email}.\n`)
    return 1
  }
  const base = settings.publicUrl || `http://${settings.host}:${settings.port}`
  say(`The password is set here, within an hour and once: ${new URL(`/reset-password#${link.token}`, base).href}`)
  return 0
}

/** Beside a running server, whose data folder is not to be taken; a database of another form is the server's affair. */
async function withInstallation(settings: Settings, io: Io, work: (installation: Installation) => Promise<number>): Promise<number> {
  const [{ databaseOf, takeDataFolder }, { openInstallation }, { createLogger }, { CannotStart }, { isPresentForm }, { Failure }] =
    await Promise.all([
      import('../config/data-folder.ts'),
      import('../config/open-installation.ts'),
      import('../config/logger.ts'),
      import('../config/cannot-start.ts'),
      import('../db/migrate.ts'),
      import('../errors.ts'),
    ])
  const onFile = settings.databaseUrl === ''
  const present = !onFile || (existsSync(databaseOf(settings.data)) && isPresentForm(databaseOf(settings.data)))
  const folder = takeDataFolder(settings.data, { shared: present })
  try {
    const installation = await openInstallation(folder, settings, createLogger(settings, io.stderr))
    try {
      return await work(installation)
    } catch (error) {
      if (error instanceof Failure) throw new CannotStart(error.message)
      throw error
    } finally {
      await installation.close()
    }
  } finally {
    folder.release()
  }
}
