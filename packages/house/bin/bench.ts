/**
 * `npm run bench [name...]`: runs the benchmarks and prints each figure with its ratio to a yardstick measured in the same run. A bench is a
 * file `bench/<name>.bench.ts` of a workspace whose default export gives its rows.
 */
import { existsSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { z } from 'zod'

const rowsSchema = z.array(
  z.object({
    name: z.string(),
    figure: z.number(),
    unit: z.string(),
    yardstick: z.object({ name: z.string(), figure: z.number() }).optional(),
    ratio: z.number().optional(),
    target: z.string().optional(),
    ok: z.boolean().optional(),
  }),
)
type Row = z.infer<typeof rowsSchema>[number]

const root = fileURLToPath(new URL('../../..', import.meta.url))
const wanted = process.argv.slice(2)

let missed = 0
for (const file of benches().filter((path) => !wanted.length || wanted.some((name) => basename(path).startsWith(name)))) {
  console.log(`\n${basename(file, '.bench.ts')}`)
  const { default: bench } = await import(pathToFileURL(file).href)
  const rows = rowsSchema.parse(await bench())
  for (const row of rows) console.log(line(row))
  missed += rows.filter((row) => row.ok === false).length
}
console.log(missed ? `\n${missed} targets missed` : '\nAll targets met')
process.exitCode = missed ? 1 : 0

function benches(): string[] {
  return ['packages', 'apps']
    .flatMap((folder) => readdirSync(join(root, folder)).map((name) => join(root, folder, name, 'bench')))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
    .filter((path) => path.endsWith('.bench.ts'))
    .sort()
}

function line({ name, figure, unit, yardstick, ratio, target, ok }: Row): string {
  const parts = [`  ${ok === undefined ? ' ' : ok ? '✓' : '✗'} ${name}`.padEnd(64), `${rounded(figure)} ${unit}`.padStart(18)]
  if (yardstick) parts.push(`${yardstick.name}: ${rounded(yardstick.figure)}`)
  if (ratio !== undefined) parts.push(`ratio ${rounded(ratio)}`)
  if (target) parts.push(`target ${target}`)
  return parts.join('  ')
}

function rounded(value: number): string {
  return value.toLocaleString('en', { maximumSignificantDigits: value < 1000 ? 3 : 5 })
}
