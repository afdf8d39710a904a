import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { parseView, type View } from '#kit/view/view.ts'
import { HomePage } from './home-page.tsx'
import { MissingPage } from './missing-page.tsx'
import { Shell } from './shell.tsx'

const root = createRootRoute({
  validateSearch: (search: Record<string, unknown>): View => parseView(search),
  component: Shell,
  notFoundComponent: MissingPage,
})

const routes = root.addChildren([
  createRoute({ getParentRoute: () => root, path: '/', component: HomePage }),
  createRoute({
    getParentRoute: () => root,
    path: '/build/delivery',
    component: lazyRouteComponent(() => import('#areas/delivery/web/delivery-page.tsx'), 'DeliveryPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/build/structure',
    component: lazyRouteComponent(() => import('#areas/structure/web/structure-page.tsx'), 'StructurePage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/people/knowledge',
    component: lazyRouteComponent(() => import('#areas/team/web/knowledge-page.tsx'), 'KnowledgePage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/people/pace',
    component: lazyRouteComponent(() => import('#areas/team/web/pace-page.tsx'), 'PacePage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/repositories',
    // Came from `/`: the first figures lead on to delivery by themselves.
    validateSearch: (search: Record<string, unknown>): { first?: true } =>
      search['first'] === true ? { first: true } : {},
    component: lazyRouteComponent(() => import('./repositories-page.tsx'), 'RepositoriesPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/privacy',
    component: lazyRouteComponent(() => import('./privacy/privacy-page.tsx'), 'PrivacyPage'),
  }),
])

export const router = createRouter({
  routeTree: routes,
  defaultPreload: 'intent',
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
