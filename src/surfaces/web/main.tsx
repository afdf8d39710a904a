import '@fontsource/ibm-plex-sans/400.css'
import '@fontsource/ibm-plex-sans/500.css'
import '@fontsource/ibm-plex-sans/600.css'
import '@fontsource/ibm-plex-mono/400.css'
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode, Suspense } from 'react'
import { createRoot } from 'react-dom/client'
import { accountQuery } from '#kit/api/account.ts'
import { ApiProblem } from '#kit/api/request.ts'
import { currentLanguage } from '#kit/language/language.ts'
import { router } from './router.tsx'
import './style.css'

document.documentElement.lang = currentLanguage()

const client = new QueryClient({
  // Whoever is signed out in the midst of it is asked who they are again.
  queryCache: new QueryCache({ onError: askAgain }),
  mutationCache: new MutationCache({ onError: askAgain }),
  defaultOptions: {
    queries: {
      // A server on this very machine answers without any network.
      networkMode: 'always',
      // Events tell what changed.
      staleTime: Number.POSITIVE_INFINITY,
      refetchOnWindowFocus: false,
      // A no stays a no; a database that is opening and a server that is gone come back.
      retry: (_count, error) => !(error instanceof ApiProblem) || error.status === 503,
      retryDelay: (count) => Math.min(250 * 2 ** count, 3000),
    },
    mutations: { networkMode: 'always' },
  },
})

function askAgain(error: unknown): void {
  if (error instanceof ApiProblem && error.status === 401)
    void client.invalidateQueries({ queryKey: accountQuery.queryKey })
}

const place = document.querySelector('#root')
if (!place) throw new Error('The page has no place for the app.')
createRoot(place).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <Suspense>
        <RouterProvider router={router} />
      </Suspense>
    </QueryClientProvider>
  </StrictMode>,
)
