import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from './root.ts'
import { BadSettings, readSettings, settingsTable } from './settings.ts'

describe('settings', () => {
  it('are those of this machine alone when nothing is said', () => {
    expect(readSettings([], {})).toEqual({
      port: 3000,
      host: '127.0.0.1',
      network: 'all',
      proxy: '',
      tlsCert: '',
      tlsKey: '',
      chatRate: 100,
      apiRate: 50,
      data: join(root, 'data'),
      databaseUrl: '',
      backups: 7,
      publicUrl: '',
      secretKey: '',
      metricsToken: '',
      egressAllow: [],
      testMode: 'off',
      log: 'pretty',
      logLevel: 'info',
    })
  })

  it('come from flags before the environment, and from our own variable before a common one', () => {
    expect(readSettings(['--port=1'], { VORONKA_PORT: '2', PORT: '3' }).port).toBe(1)
    expect(readSettings([], { VORONKA_PORT: '2', PORT: '3' }).port).toBe(2)
    expect(readSettings([], { PORT: '3' }).port).toBe(3)
    expect(readSettings([], { VORONKA_PORT: '', PORT: '3' }).port).toBe(3)
  })

  it('let others in only when that is said', () => {
    expect(() => readSettings(['--host', '::'], {})).toThrow(BadSettings)
    expect(() => readSettings(['--host', '::', '--network', 'chat'], {})).toThrow('VORONKA_PROXY')
    expect(readSettings(['--host', '::', '--proxy', '127.0.0.1, 10.0.0.0/8,fd00::/8'], {})).toMatchObject({
      host: '::',
      proxy: '127.0.0.1,10.0.0.0/8,fd00::/8',
    })
    expect(readSettings(['--host', '::', '--tls-cert', '/a', '--tls-key', '/b'], {}).host).toBe('::')
    for (const proxy of ['nginx', '10.0.0.0/33', '10.0.0.0/8/8', 'all'])
      expect(() => readSettings(['--proxy', proxy], {}), proxy).toThrow(BadSettings)
    expect(readSettings(['--host', '127.0.0.5'], {}).host).toBe('127.0.0.5')
    expect(readSettings(['--host', 'localhost'], {}).host).toBe('localhost')
  })

  it('tell no secret when it is refused, and take none from the command line', () => {
    expect(() => readSettings([], { VORONKA_SECRET_KEY: 'too-short-canary' })).toThrow(/^VORONKA_SECRET_KEY is set, but must be at least/)
    expect(() => readSettings(['--secret-key', 'x'.repeat(40)], {})).toThrow('There is no setting --secret-key')
    expect(readSettings([], { VORONKA_SECRET_KEY: 'k'.repeat(32) }).secretKey).toBe('k'.repeat(32))
  })

  it('take the address of a database, and never tell its password', () => {
    expect(readSettings([], { DATABASE_URL: 'postgres://u:p@h/v' }).databaseUrl).toBe('postgres://u:p@h/v')
    const wrong = () => readSettings(['--database-url', 'mysql://user:secret@host/name'], {})
    expect(wrong).toThrow('--database-url is "mysql://user:***@host/name", but must be an address such as')
  })

  it('are documented as they are', () => {
    expect(readFileSync(join(root, 'docs', 'configuration.md'), 'utf8')).toContain(settingsTable())
    expect(readFileSync(join(root, 'README.md'), 'utf8')).toContain(settingsTable())
  })
})
