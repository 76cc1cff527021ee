import type { Audience } from '@voronka/api'

/** No condition at all. */
export const everybody: Audience = {
  channels: [],
  blocks: [],
  lists: [],
  exceptLists: [],
  labels: [],
  exceptLabels: [],
  states: [],
  variables: [],
}

export const isEverybody = (audience: Audience): boolean =>
  audience.clients === undefined &&
  Object.values(audience).every((value) => value === undefined || (Array.isArray(value) && value.length === 0))
