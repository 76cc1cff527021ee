import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { Toaster, TooltipProvider } from '../ui/index.ts'
import { ApiError } from './api-error.ts'
import { router } from './router.tsx'

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      // What a screen shows is told by live events; asking again at every look would only cost.
      staleTime: 30_000,
      retry: (count, error) => count < 2 && error instanceof ApiError && error.passing,
    },
  },
})

export const App = () => (
  <QueryClientProvider client={queries}>
    <TooltipProvider>
      <>
        <RouterProvider router={router} />
        <Toaster />
      </>
    </TooltipProvider>
  </QueryClientProvider>
)
