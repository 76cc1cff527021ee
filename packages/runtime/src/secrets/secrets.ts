import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto'
import { failure } from '../errors.ts'

/**
 * Seals what the installation must be able to read again (tokens of channels, passwords of mail servers, keys of providers), so that the database
 * alone tells nothing (reliability-promises, P12.2). AES-256-GCM; the key is in the data folder or the environment, never in the database.
 */
export interface Secrets {
  /** `about` names the place (`project:7:smtp.password`): what was sealed for one place cannot be opened at another. */
  seal(text: string, about: string): string
  /** Throws `secret-unreadable` when the key is another one, or the text was changed. */
  open(sealed: string, about: string): string
}

const form = 'v1'

export function createSecrets(masterKey: Uint8Array): Secrets {
  const key = Buffer.from(hkdfSync('sha256', masterKey, '', 'voronka stored secrets', 32))
  return {
    seal(text, about) {
      const iv = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(about))
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return [form, iv, cipher.getAuthTag(), sealed].map((part) => (typeof part === 'string' ? part : part.toString('base64url'))).join('.')
    },
    open(sealed, about) {
      const [is, iv = '', tag = '', text = ''] = sealed.split('.')
      try {
        if (is !== form) throw new Error('another form')
        const decipher = createDecipheriv('aes-256-gcm', key, bytes(iv), { authTagLength: 16 })
        decipher.setAAD(Buffer.from(about)).setAuthTag(bytes(tag))
        return Buffer.concat([decipher.update(bytes(text)), decipher.final()]).toString('utf8')
      } catch {
        throw failure('secret-unreadable', about)
      }
    },
  }
}

/** How a stored secret is shown ever after: its last four characters, or none of a short one (reliability-promises, P8.2). */
export const endingOf = (secret: string): string => (secret.length >= 12 ? secret.slice(-4) : '')

/** For random secrets, which need no slow hash: what is stored of session ids, links and keys. */
export const hashOf = (random: string): string => createHash('sha256').update(random).digest('hex')

/** 256 random bits as text that survives addresses, headers and e-mails. */
export const randomToken = (): string => randomBytes(32).toString('base64url')

const bytes = (text: string): Buffer => Buffer.from(text, 'base64url')
