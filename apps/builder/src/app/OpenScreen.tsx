import { useLocation } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { NothingOpen } from './NothingOpen.tsx'
import { useProject } from './project-context.tsx'
import { sections } from './sections.ts'

/** The screen of the address, where the role opens it: a link of a colleague, or of before the role was changed, may lead to one that is closed. */
export function OpenScreen({ children }: { readonly children: ReactNode }) {
  const { rights } = useProject()
  const screen = useLocation({ select: ({ pathname }) => screenOf(pathname) })
  const section = sections.find(({ to }) => screen !== undefined && screenOf(to) === screen)
  return section?.opens?.(rights) === false ? <NothingOpen what="screen" /> : children
}

/** Of `/p/5/orders`: `orders`. The funnel has none; whom it is closed to is led on to what is open. */
const screenOf = (path: string): string | undefined => path.split('/')[3] || undefined
