/** What docs/deploy and docs/operations.md name is there: they are read on machines where nobody can ask. */
import { dirname, join } from 'node:path/posix'
import { expect, it } from 'vitest'
import { read, sourceFiles } from './source-files.ts'

const files = sourceFiles()
const isThere = (path: string): boolean => files.some((file) => file === path || file.startsWith(`${path}/`))
const all = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([, found = '']) => found)

const guide = 'docs/operations.md'
const deployed = files.filter((file) => file.startsWith('docs/deploy/'))
const texts = new Map([guide, ...deployed].map((file) => [file, read(file)]))
const everything = [...texts.values()].join('\n')

it('has the files that a service and a container are made of', () => {
  expect(deployed.map((file) => file.slice('docs/deploy/'.length)).sort()).toEqual(
    ['Caddyfile', 'Dockerfile', 'Dockerfile.dockerignore', 'compose.yaml', 'voronka.service'].sort(),
  )
  for (const file of deployed) expect(read(guide), file).toContain(file.slice('docs/'.length))
})

it('copies and starts only what is there', () => {
  const copied = all(read('docs/deploy/Dockerfile'), /^COPY (?!--from)(.*) \S+$/gm).flatMap((sources) => sources.split(' '))
  const installed = all(everything, /\/opt\/voronka\/([\w./-]+)/g)
  const beside = all(read('docs/deploy/compose.yaml'), /'\.\/([\w.]+):/g).map((file) => `docs/deploy/${file}`)
  const built = all(everything, /(?:-f |dockerfile: )(docs\/[\w./-]+)/g)
  for (const found of [copied, installed, beside, built]) expect(found).not.toEqual([])
  expect([...copied, ...installed, ...beside, ...built].filter((path) => !isThere(path))).toEqual([])
})

it('runs only commands that there are', () => {
  const { scripts }: { scripts: Record<string, string> } = JSON.parse(read('package.json'))
  const commands = new Set(
    files
      .filter((file) => /^packages\/runtime\/src\/cli\/[^/]+\.ts$/.test(file))
      .flatMap((file) => all(read(file), /^ {2}name: '(\w+)'/gm)),
  )
  expect(all(everything, /\bnpm run ([\w-]+)/g).filter((name) => !(name in scripts))).toEqual([])
  const run = [
    ...all(everything, /\bnpx voronka ([a-z]+)/g),
    ...all(everything, /voronka\.mjs ([a-z]+)/g),
    ...all(read('docs/deploy/Dockerfile'), /^CMD \["(\w+)"/gm),
  ]
  expect(run).toContain('start')
  expect(run.filter((name) => !commands.has(name))).toEqual([])
})

it('gives Node the same memory however the server is started', () => {
  const ways = [
    'package.json',
    'packages/runtime/bin/voronka.mjs',
    'docs/deploy/voronka.service',
    'packages/runtime/test/server-process.ts',
  ]
  for (const way of [...ways, guide]) expect(all(read(way), /(--max-semi-space-size=\d+)/g), way).toEqual(['--max-semi-space-size=8'])
})

it('sets only settings that there are', () => {
  const settings = new Set(all(read('packages/runtime/src/config/settings.ts'), /'(VORONKA_\w+)'/g))
  const ofCompose = ['VORONKA_DOMAIN', 'VORONKA_DB_PASSWORD']
  expect(all(everything, /\b(VORONKA_[A-Z_]+)/g).filter((name) => !settings.has(name) && !ofCompose.includes(name))).toEqual([])
})

it('points to documents that there are', () => {
  const linked = [...texts].flatMap(([file, text]) =>
    all(text, /\]\((?!https?:)([\w./-]+)[^)]*\)/g).map((target) => join(dirname(file), target)),
  )
  expect(linked.filter((path) => !isThere(path))).toEqual([])
  expect(read('README.md')).toContain('docs/operations.md')
})
