/** How much a password costs to check: memory in KiB and passes over it. Those of OWASP; tests take less. */
export interface PasswordCost {
  readonly memory: number
  readonly passes: number
}
export const usualCost: PasswordCost = { memory: 19_456, passes: 2 }

export interface Passwords {
  hash(password: string): Promise<string>
  /** Costs the same time when there is nothing to compare with: nobody learns from the clock whether an account exists (P8.6). */
  matches(password: string, hash: string | null | undefined): Promise<boolean>
}

/** argon2id (reliability-promises, P8.6). */
export function createPasswords({ memory, passes }: PasswordCost): Passwords {
  const hashed = async (password: string) =>
    (await argon2()).hash(password, { algorithm: argon2id, memoryCost: memory, timeCost: passes, parallelism: 1 })
  let nobodys: Promise<string> | undefined
  return {
    hash: hashed,
    async matches(password, stored) {
      nobodys ??= hashed('a password that opens nothing')
      const right = await (await argon2()).verify(stored ?? (await nobodys), password)
      return right && typeof stored === 'string'
    },
  }
}

const argon2 = () => import('@node-rs/argon2')

/** The package declares its algorithms as a constant enumeration, which only its own compiler can read. */
const argon2id = 2
