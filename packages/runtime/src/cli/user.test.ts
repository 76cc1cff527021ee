import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { cheapPasswords } from '../../test/owner.ts'
import { runCommand } from '../../test/run-command.ts'
import { createInstallation } from '../installation.ts'

let data: string
beforeEach(() => void (data = mkdtempSync(join(tmpdir(), 'voronka-user-'))))
afterEach(() => rmSync(data, { recursive: true }))

const user = (...args: string[]) => runCommand(['user', ...args, '--data', data])
const here = { address: '', browser: '' }

it('adds accounts, the first as the owner, and its links set a password once, also beside a running server', async () => {
  const first = await user('add', 'Anna@example.com', '--name', 'Anna')
  expect(first).toMatchObject({ code: 0, stderr: '' })
  expect(first.stdout).toContain('as an owner of the installation')
  const running = createInstallation({ database: join(data, 'voronka.db'), passwordCost: cheapPasswords })
  const { stdout } = await user('reset-password', 'anna@EXAMPLE.com')
  const token = /#(\S+)/.exec(stdout)?.[1] ?? ''
  expect(await running.accounts.lookAtReset(token)).toEqual({ email: 'Anna@example.com' })
  await running.accounts.resetPassword(token, 'a new password', here)
  await expect(running.accounts.resetPassword(token, 'another one', here)).rejects.toThrow('was used')
  // The link of the account's making ended with it.
  await expect(running.accounts.lookAtReset(/#(\S+)/.exec(first.stdout)?.[1] ?? '')).rejects.toThrow('was used')
  expect((await running.accounts.signIn({ email: 'anna@example.com', password: 'a new password' }, here)).me.account.name).toBe('Anna')
  await running.close()
  await user('add', 'boris@example.com')
  expect((await user('list')).stdout).toBe('Anna@example.com  Anna  owner of the installation\nboris@example.com  boris@example.com\n')
})

it('says what is wrong', async () => {
  await user('add', 'anna@example.com')
  expect(await user('add', 'ANNA@example.com')).toMatchObject({ code: 1, stderr: expect.stringContaining('There is an account') })
  expect(await user('reset-password', 'nobody@example.com')).toMatchObject({ code: 1, stderr: 'There is no account nobody@example.com.\n' })
  expect((await user('add', 'no address')).code).toBe(2)
  expect((await user('remove', 'anna@example.com')).code).toBe(2)
})
