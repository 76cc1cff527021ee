import type { FileProblem } from '@voronka/flow'
import { useLanguage } from '../app/language.ts'

/** Faults of a file, each with its place in the file. */
export function FileProblems({ problems, label }: { readonly problems: readonly FileProblem[]; readonly label: string }) {
  const language = useLanguage()
  return (
    <ul aria-label={label} className="flex flex-col gap-1 text-sm">
      {problems.map(({ path, message }) => (
        <li key={`${path} ${message.en}`} className="flex flex-wrap gap-x-2">
          {path && <code className="rounded-sm bg-sunken px-1 font-mono text-xs leading-5 wrap-anywhere">{path}</code>}
          <span className="min-w-0 wrap-anywhere">{message[language]}</span>
        </li>
      ))}
    </ul>
  )
}
