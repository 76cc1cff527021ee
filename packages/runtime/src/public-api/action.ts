import type { PublicPermission } from '@voronka/api'
import type { Installation } from '../installation.ts'
import type { Parameters } from './parameters.ts'
import type { ShownKey } from './public-keys.store.ts'

/** One call of the project API, with everything that an action works with. */
export interface PublicCall {
  readonly params: Parameters
  readonly installation: Installation
  readonly project: number
  readonly key: ShownKey
  /** Number of the HTTP request. */
  readonly request: string
}

/** One action of `/api/<key>/<action>` (http-api, sections 2 to 8). It answers JSON and refuses by throwing `Refused`. */
export interface PublicAction {
  readonly name: string
  readonly needs: PublicPermission
  /** Other parameters may hold what is meant: `value_<name>`, `delimiter` (section 1.2). Where `phone` and `email` have names of their own, these. */
  readonly webhook?: { readonly phone?: string; readonly email?: string }
  run(call: PublicCall): Promise<object>
}

export const definePublicAction = (action: PublicAction): PublicAction => action

export const success = { status: 'success' } as const
