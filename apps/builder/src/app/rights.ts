import type { Level, Permissions, Right, Section } from '@voronka/api'

/** What a person may do in the open project. The server decides; the screens only do not offer what it would refuse. */
export interface Rights {
  may(section: Section, level?: Exclude<Level, 'none'>): boolean
  has(right: Right): boolean
}

/** A screen, a command or a part of a page that some roles do not have. */
export interface Gated {
  /** Whether these rights open it; everybody has it when nothing is said. */
  opens?(rights: Rights): boolean
}

export const rightsOf = ({ sections, rights }: Permissions): Rights => ({
  may: (section, level = 'view') => sections[section] === 'edit' || sections[section] === level,
  has: (right) => rights.includes(right),
})

export const openTo = <T extends Gated>(things: readonly T[], rights: Rights): T[] => things.filter(({ opens }) => opens?.(rights) ?? true)
