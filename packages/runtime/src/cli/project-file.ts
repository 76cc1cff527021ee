import { readProject, type ProjectFile } from '@voronka/flow'
import { readFileSync } from 'node:fs'
import { UsageError } from './command.ts'

/** Reads a project or flow file; a bad one is a `UsageError` that names each fault's place in the file. */
export function readProjectFile(path: string): ProjectFile {
  const read = readProject(readText(path))
  if (read.ok) return { ...read.project, crm: read.crm }
  throw new UsageError(
    read.problems.map((problem) => `${path}: ${problem.path ? `${problem.path}: ` : ''}${problem.message.en}`).join('\n'),
  )
}

export function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    throw new UsageError(`${path}: cannot be read (${error instanceof Error ? error.message : String(error)}).`)
  }
}
