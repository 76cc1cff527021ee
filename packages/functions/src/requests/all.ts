import type { FunctionDefinition } from '../define-function.ts'
import { requestsDelete } from './requests-delete.ts'
import { requestsGet } from './requests-get.ts'
import { requestsPatch } from './requests-patch.ts'
import { requestsPost } from './requests-post.ts'
import { requestsPut } from './requests-put.ts'

export const requestFunctions: readonly FunctionDefinition[] = [requestsDelete, requestsGet, requestsPatch, requestsPost, requestsPut]
