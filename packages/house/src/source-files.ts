/** The repository as the house tests see it: tracked source files and what each imports. */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../../..', import.meta.url))

export const read = (file: string): string => readFileSync(join(root, file), 'utf8')

/** Files that git tracks or would track, relative to the root, with `/`. */
export function sourceFiles(): string[] {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 << 20,
  })
  const deleted = new Set(execFileSync('git', ['ls-files', '--deleted'], { cwd: root, encoding: 'utf8' }).split('\n'))
  return listed.split('\n').filter((file) => file && !deleted.has(file))
}

export const isTest = (file: string): boolean => /\.(test|e2e)\.tsx?$|\/(test|bench|e2e)\/|vite(st)?\.config\.ts$/.test(file)

export interface Import {
  readonly from: string
  /** Another room by its package name, or a file of the same room, relative to the root; npm packages and `node:` as written. */
  readonly to: string
  /** `when needed`: by `import()`. A type costs nothing when the program runs. */
  readonly how: 'at once' | 'when needed' | 'type'
}

/** Every static, dynamic and type import of a TypeScript file. */
export function importsOf(file: string): Import[] {
  const text = read(file)
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/^\s*\/\/.*$/gm, '')
  const found = text.matchAll(
    /(?:^|[\n;])\s*(?:import|export)\b[^'"\n;]*?(?:\{[^}]*\}[^'"\n;]*?)?from\s*['"]([^'"]+)['"]|(?:^|[\n;])\s*import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/g,
  )
  return [...found].map(([statement, from, bare, dynamic]) => {
    const specifier = from ?? bare ?? dynamic ?? ''
    const how = dynamic !== undefined ? 'when needed' : /^[\s;]*(?:import|export)\s+type\b/.test(statement) ? 'type' : 'at once'
    return { from: file, how, to: specifier.startsWith('.') ? posix.join(dirname(file), specifier) : specifier }
  })
}
