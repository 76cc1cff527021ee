import { createBroadcast, updateBroadcast } from '@voronka/api'
import type { BroadcastInfo } from '@voronka/api'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { call } from '../app/call.ts'
import { useProject } from '../app/project-context.tsx'
import { broadcastQuery } from './broadcasts.queries.ts'
import { completeFields, type WrittenBroadcast } from './complete-fields.ts'

/** Typing is kept after so long a pause. */
const pauseMs = 600

export interface KeptDraft {
  /** As the server has it; undefined: not at all yet. */
  readonly kept: BroadcastInfo | undefined
  /** What is written is on the server. */
  readonly saved: boolean
  readonly error: unknown
  /** Keeps it at once. Undefined when that failed, or when there is no message. */
  keep(): Promise<BroadcastInfo | undefined>
  /** Nothing more is kept; what the server has by then, if anything. */
  discard(): Promise<BroadcastInfo | undefined>
}

/** Keeps a draft by itself, one call after the other: the first makes it, the later ones change it. Leaving keeps what is written. */
export function useKeptDraft(
  written: WrittenBroadcast,
  initial: BroadcastInfo | undefined,
  { onCreated }: { onCreated(broadcast: BroadcastInfo): void },
): KeptDraft {
  const { id: projectId } = useProject()
  const queries = useQueryClient()
  const [kept, setKept] = useState(initial)
  const [error, setError] = useState<unknown>()
  const number = useRef(initial?.number)
  const line = useRef(Promise.resolve<BroadcastInfo | undefined>(initial))
  const complete = completeFields(written)
  const text = complete && JSON.stringify(complete)
  const [savedText, setSavedText] = useState(() => (initial ? text : undefined))
  const over = useRef(false)

  const send = async (): Promise<BroadcastInfo | undefined> => {
    if (!complete || over.current) return undefined
    try {
      const first = number.current === undefined
      const answer = await (number.current === undefined
        ? call(createBroadcast, { projectId, ...complete })
        : call(updateBroadcast, { projectId, broadcast: number.current, ...complete }))
      number.current = answer.number
      queries.setQueryData(broadcastQuery(projectId, answer.number).queryKey, answer)
      void queries.invalidateQueries({ queryKey: ['broadcasts', projectId, 'list'] })
      setKept(answer)
      setSavedText(text)
      setError(undefined)
      if (first) onCreated(answer)
      return answer
    } catch (fault) {
      setError(fault)
      return undefined
    }
  }
  /** After those that are on their way, so that the first one alone makes a draft and the last one wins. */
  const keep = (): Promise<BroadcastInfo | undefined> => {
    line.current = line.current.then(send)
    return line.current
  }
  const keepNow = useEffectEvent(() => void keep())

  useEffect(() => {
    if (text === undefined || text === savedText) return
    const timer = setTimeout(keepNow, pauseMs)
    return () => clearTimeout(timer)
  }, [text, savedText])

  const leave = useEffectEvent(() => {
    if (text !== undefined && text !== savedText) void keep()
  })
  useEffect(() => () => leave(), [])

  const saved = text !== undefined && text === savedText
  return {
    kept,
    saved,
    error,
    keep: saved && kept ? async () => kept : keep,
    discard: async () => {
      over.current = true
      await line.current
      return queries.getQueryData(broadcastQuery(projectId, number.current ?? 0).queryKey)
    },
  }
}
