import { QueryClient } from '@tanstack/react-query'
import { ApiError } from './api-error.ts'

export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      // What a screen shows is told by live events; asking again at every look would only cost.
      staleTime: 30_000,
      retry: (count, error) => count < 2 && error instanceof ApiError && error.passing,
    },
  },
})
