/** What holds for the repository as a whole. */
import { expect, it } from 'vitest'
import { read, sourceFiles } from './source-files.ts'

const files = sourceFiles()
const text = files.filter((file) => /\.(tsx?|mjs|js|json|md|css|html|ya?ml|sh)$|^\.(npmrc|ci\/run)$/.test(file))

it('keeps to the plan at the top', () => {
  const top = new Set(files.map((file) => file.split('/')[0] ?? '').filter((name) => !name.startsWith('.')))
  expect([...top].sort()).toEqual(
    [
      'LICENSE',
      'README.md',
      'apps',
      'docs',
      'package-lock.json',
      'package.json',
      'packages',
      'playwright.config.ts',
      'tsconfig.base.json',
    ].sort(),
  )
})

it('names no registry host and no path of a developer machine', () => {
  const hosts = new RegExp(['registry', 'npmjs', 'org'].join('\\.') + '|' + ['deb', 'debian', 'org'].join('\\.'))
  const paths = /(^|[\s"'`(=])\/(home|Users|work|farm)\/[a-z]/m
  expect(text.filter((file) => hosts.test(read(file)))).toEqual([])
  expect(text.filter((file) => file !== 'packages/house/src/repository.test.ts' && paths.test(read(file)))).toEqual([])
})

it('switches no test off and focuses none', () => {
  const tests = files.filter((file) => /\.(test|e2e)\.tsx?$/.test(file) && !file.startsWith('packages/house/'))
  expect(tests.filter((file) => /\b(it|test|describe)\.(only|skip|todo|fixme)\b/.test(read(file)))).toEqual([])
})

it('gives no two tests of one file the same name', () => {
  const twins = files
    .filter((file) => /\.test\.tsx?$/.test(file))
    .flatMap((file) => {
      const names = [...read(file).matchAll(/^( *)(?:it|test)\(\s*(['"`])((?:(?!\2).)+)\2/gm)].map(
        ([, indent, , name]) => `${indent?.length}|${name}`,
      )
      // Names inside different `describe`s may repeat; at the top level they may not.
      return names.filter((name, index) => name.startsWith('0|') && names.indexOf(name) !== index).map((name) => `${file}: ${name}`)
    })
  expect(twins).toEqual([])
})

it('lists in every registry each file that belongs to it', () => {
  const registries = files.filter((file) => file.endsWith('/all.ts'))
  const forgotten = registries.flatMap((registry) => {
    const folder = registry.slice(0, -'/all.ts'.length)
    const members = files.filter(
      (file) => file.startsWith(`${folder}/`) && /^[^/]+\.ts$/.test(file.slice(folder.length + 1)) && !/(all|index|\.test)\.ts$/.test(file),
    )
    const listed = read(registry)
    const registered = members.filter((file) => listed.includes(`./${file.slice(folder.length + 1)}`))
    // A member is a file that defines something; helpers beside them say so by exporting no definition.
    return members.filter(
      (file) =>
        !registered.includes(file) && /export const \w+ = define[A-Z]|export const \w+: (Command|Check|Rule|Migration)\b/.test(read(file)),
    )
  })
  expect(forgotten).toEqual([])
})
