import type { FunctionDefinition } from '../define-function.ts'
import { capitalize } from './capitalize.ts'
import { concat } from './concat.ts'
import { contains } from './contains.ts'
import { endswith } from './endswith.ts'
import { findall } from './findall.ts'
import { len } from './len.ts'
import { lower } from './lower.ts'
import { normalizePhone } from './normalize-phone.ts'
import { replace } from './replace.ts'
import { similar } from './similar.ts'
import { splitter } from './splitter.ts'
import { startswith } from './startswith.ts'
import { strip } from './strip.ts'
import { substring } from './substring.ts'
import { tgEscape } from './tg-escape.ts'
import { title } from './title.ts'
import { upper } from './upper.ts'

export const stringFunctions: readonly FunctionDefinition[] = [
  capitalize,
  concat,
  contains,
  endswith,
  findall,
  len,
  lower,
  normalizePhone,
  replace,
  similar,
  splitter,
  startswith,
  strip,
  substring,
  tgEscape,
  title,
  upper,
]
