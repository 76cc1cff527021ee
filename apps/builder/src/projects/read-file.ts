import type { Language } from '@voronka/calculator'
import { readProject } from '@voronka/flow'
import type { FileProblem, ProjectFile, ReadProject } from '@voronka/flow'

/** Larger is no project file; reading it would only freeze the page. */
export const largestFileBytes = 20 * 1024 * 1024

/** Reads a file that a person gave. Never throws: what cannot be read is a refusal with the reason. */
export async function readFile(file: Pick<File, 'size' | 'text'>): Promise<ReadProject> {
  if (file.size > largestFileBytes) return refused(words.tooLarge)
  try {
    return readProject(await file.text())
  } catch {
    return refused(words.unreadable)
  }
}

/** What a new project made from a file gets where the file does not say: a plain flow document knows no name, language or time zone. */
export function fileAsProject(
  { project, crm, hasSettings }: Extract<ReadProject, { ok: true }>,
  given: { readonly fileName: string; readonly language: Language; readonly timezone: string },
): ProjectFile {
  const { language, timezone } = given
  const settings = hasSettings ? project.settings : { ...project.settings, language, timezone }
  return { ...project, crm, settings: { ...settings, name: settings.name.trim() || nameOfFile(given.fileName) } }
}

const nameOfFile = (name: string): string =>
  name
    .replace(/\.json$/i, '')
    .trim()
    .slice(0, 255)

const refused = (message: FileProblem['message']): ReadProject => ({ ok: false, problems: [{ path: '', message }] })

const words = {
  tooLarge: { ru: 'Файл больше 20 МБ: это не проект.', en: 'The file is larger than 20 MB: this is no project.' },
  unreadable: { ru: 'Файл не удалось прочитать.', en: 'The file could not be read.' },
}
