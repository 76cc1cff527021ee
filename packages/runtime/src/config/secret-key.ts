import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { CannotStart } from './cannot-start.ts'

/** Where the key lies when the settings name none. A backup of the database is worth little without it. */
export const secretKeyFile = (folder: string): string => join(folder, 'secret.key')

/** The key that stored secrets are sealed with: from the settings, else from a file that is made at the first start, readable by its owner only. */
export function readSecretKey({ data, secretKey }: { data: string; secretKey: string }): Uint8Array {
  if (secretKey !== '') return Buffer.from(secretKey)
  const path = secretKeyFile(data)
  try {
    // Two processes that start at the same time must not each make one: the second finds the file of the first.
    if (!existsSync(path)) writeFileSync(path, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw unusable(path, error)
  }
  try {
    const key = readFileSync(path, 'utf8').trim()
    if (key.length < 32) throw new Error('it is too short')
    return Buffer.from(key)
  } catch (error) {
    throw unusable(path, error)
  }
}

const unusable = (path: string, error: unknown): CannotStart =>
  new CannotStart(`The key file ${path} cannot be used: ${error instanceof Error ? error.message : String(error)}.`)
