import { allEndpoints } from '@voronka/api'
import { allFunctions } from '@voronka/functions'
import { expect, it } from 'vitest'
import { runCommand } from '../../test/run-command.ts'
import { commands } from './all.ts'

it.each([[], ['help'], ['--help'], ['-h']])('lists every command with `voronka %s`', async (...args) => {
  const { code, stdout } = await runCommand(args)
  expect(code).toBe(0)
  for (const { name, summary } of commands) expect(stdout).toMatch(new RegExp(`^  ${name} +${summary.slice(0, 10)}`, 'm'))
})

it('ends with 2 and lists the commands when there is none of that name', async () => {
  const { code, stdout, stderr } = await runCommand(['strat'])
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  expect(stderr).toContain('There is no command "strat"')
  for (const { name } of commands) expect(stderr).toContain(`  ${name} `)
})

it.each(commands.map(({ name, usage }) => [name, usage]))('tells how %s is called', async (name, usage) => {
  expect(await runCommand([name, '--help'])).toMatchObject({ code: 0, stdout: expect.stringContaining(usage) })
})

it('prints every function of the library with its parameters, help and examples as JSON', async () => {
  const { stdout } = await runCommand(['functions', '--json'])
  const printed: { name: string }[] = JSON.parse(stdout)
  expect(printed.map(({ name }) => name)).toEqual(allFunctions.map(({ name }) => name))
  for (const each of printed) {
    expect(each).toEqual({
      name: expect.any(String),
      aliases: expect.any(Array),
      category: expect.any(String),
      effect: expect.stringMatching(/^(none|reads|changes|asks)$/),
      params: expect.any(Array),
      returns: expect.any(String),
      help: { ru: expect.stringMatching(/./), en: expect.stringMatching(/./) },
      examples: expect.any(Array),
    })
  }
})

it('lists the functions for people, optional parameters marked', async () => {
  const { stdout } = await runCommand(['functions'])
  expect(stdout).toMatch(/^round\(/m)
  expect(stdout).toMatch(/^\w+\([^)]*\?\)$/m)
})

it('lists every route, those of the contract with who may and with what', async () => {
  const { stdout } = await runCommand(['routes', '--json'])
  const listed: { method: string; path: string; access: unknown; body: unknown }[] = JSON.parse(stdout)
  const byAddress = new Map(listed.map((route) => [`${route.method} ${route.path}`, route]))
  for (const { method, path, access, body } of allEndpoints) {
    const route = byAddress.get(`${method.toUpperCase()} ${path}`)
    expect(route, path).toMatchObject({ access })
    if (body) expect(route?.body, path).not.toBeNull()
  }
  expect(byAddress.get('GET /health')).toMatchObject({ access: null })
  expect((await runCommand(['routes'])).stdout).toContain('GET /health/ready')
})
