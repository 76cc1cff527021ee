import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the installation: the one that holds `apps` and `packages`, above this file as written and as built. */
export const root = findRoot(dirname(fileURLToPath(import.meta.url)))

/** Of the installation, from its package.json. */
export const version = readVersion()

function findRoot(folder: string): string {
  if (existsSync(join(folder, 'apps')) && existsSync(join(folder, 'packages'))) return folder
  const above = dirname(folder)
  if (above === folder) throw new Error('The folder of the installation was not found: the program lies outside of it.')
  return findRoot(above)
}

function readVersion(): string {
  const packageFile: unknown = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  return typeof packageFile === 'object' && packageFile !== null && 'version' in packageFile ? String(packageFile.version) : ''
}
