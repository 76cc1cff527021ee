import type { FunctionDefinition } from '../define-function.ts'
import { base64 } from './base64.ts'
import { base64decode } from './base64decode.ts'
import { hmacHexdigest } from './hmac-hexdigest.ts'
import { md5 } from './md5.ts'
import { sha1 } from './sha1.ts'
import { sha256 } from './sha256.ts'
import { urldecode } from './urldecode.ts'
import { urlencode } from './urlencode.ts'

export const encodingFunctions: readonly FunctionDefinition[] = [
  base64,
  base64decode,
  hmacHexdigest,
  md5,
  sha1,
  sha256,
  urldecode,
  urlencode,
]
