import { rights, sections, type Level, type Section } from '@voronka/api'
import { insideProject, type Actor } from '../http/actor.ts'
import type { PublicCall } from './action.ts'

const edit = Object.fromEntries(sections.map((section) => [section, 'edit'])) as Record<Section, Level>

/** The program as those meet it who work for people: it sees every client; what it may do was checked by the permission of the action. */
export const actorOf = ({ key }: PublicCall): Actor =>
  insideProject(
    { kind: 'key', account: null, key: key.id, email: '', name: key.name, address: '' },
    { sections: edit, rights: [...rights] },
  )
