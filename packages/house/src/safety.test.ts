/** What our code never does, whoever writes it (reliability-promises, P13.4). Each exception says why it is none. */
import { expect, it } from 'vitest'
import { isTest, read, sourceFiles } from './source-files.ts'

const ours = sourceFiles().filter((file) => /^(packages|apps)\/.*\.(tsx?|mjs)$/.test(file) && !isTest(file))
const server = ours.filter((file) => /^packages\/(?!house\/)/.test(file))
const doing = (files: readonly string[], what: readonly RegExp[]): string[] => {
  return files.filter((file) => what.some((pattern) => pattern.test(read(file)))).sort()
}

it('runs no code made from text', () => {
  const code = [/\beval\(/, /\bnew Function\(/, /['"](node:)?vm['"]/, /\bset(Timeout|Interval)\(\s*['"`]/]
  expect(doing(ours, code)).toEqual([])
})

/** Texts from outside are bound, never put into a statement: by Kysely, or with `?` and `$1`. */
it('builds no SQL from text', () => {
  const exceptions: Readonly<Record<string, string>> = {
    'packages/runtime/src/backups/files-in-backup.ts': 'the name of one table of ours',
    'packages/runtime/src/clients/audience-query.ts': 'a list of whole numbers, each made one by Math.trunc',
    'packages/runtime/src/db/migrate.ts': 'the number of a form, in a pragma that binds nothing',
    'packages/runtime/src/db/postgres-database.ts': 'a word to the door through which tests are given a database',
    'packages/runtime/src/db/postgres-ddl.ts': 'our own migrations, in the words of PostgreSQL',
    'packages/runtime/src/move/postgres-side.ts': 'names of our own schema, quoted',
    'packages/runtime/src/move/sqlite-side.ts': 'names of our own schema, quoted',
    'packages/runtime/src/processes/postgres-notices.ts': 'the name of one channel of ours, in a statement that binds nothing',
  }
  const built = [
    /\bsql\.raw\(/,
    /\.(exec|prepare|query|pragma)(<[^(]*>)?\(\s*(`[^`]*\$\{|'[^'\n]*'\s*\+|"[^"\n]*"\s*\+)/,
    /(?<!\bsql(<[^`]*>)?)`\s*(select|insert into|update \w+ set|delete from|create|drop|alter)\b[^`]*\$\{/,
  ]
  expect(doing(server, built)).toEqual(Object.keys(exceptions).sort())
})

/** What a script or a person can make the server ask for passes the guard against private addresses, which lives in `egress`. */
it('calls other servers nowhere but in egress', () => {
  const exceptions: Readonly<Record<string, string>> = {
    'packages/runtime/src/db/postgres-database.ts': 'the door through which tests are given a database',
    'packages/runtime/src/orders/mailer.ts': 'SMTP to the mail server that a project names, at the address that the guard judged',
  }
  const calls = [
    /(?<![.\w])fetch\(/,
    /['"](undici|nodemailer|node:dgram|node:http2)['"]/,
    /\bhttps?\.(request|get)\(/,
    /import \{[^}]*\b(request|get|Agent)\b[^}]*\} from 'node:https?'/,
    /import \{[^}]*\b(connect|createConnection|Socket)\b[^}]*\} from 'node:(net|tls)'/,
  ]
  const outside = server.filter((file) => !file.startsWith('packages/runtime/src/egress/'))
  expect(doing(outside, calls)).toEqual(Object.keys(exceptions).sort())
})

/** A browser may forbid it or have no room left: then a page goes on all the same. */
it('touches the memory of the device only where it may be forbidden', () => {
  const pages = ours.filter((file) => file.startsWith('apps/builder/src/'))
  expect(doing(pages, [/\b(local|session)Storage\b/])).toEqual(['apps/builder/src/app/device-memory.ts'])
})
