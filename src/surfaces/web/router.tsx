import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { parseTreeView } from '#areas/roadmap/web/tree/tree-view.ts'
import { parseVisionView } from '#areas/strategy/web/vision-view.ts'
import { parseView, type View } from '#kit/view/view.ts'
import { whyIn, type Why } from './account/why.ts'
import { HomePage } from './home-page.tsx'
import { MissingPage } from './missing-page.tsx'
import { PageFailure } from './page-failure.tsx'
import { Shell } from './shell.tsx'

const root = createRootRoute({
  validateSearch: (search: Record<string, unknown>): View => parseView(search),
  component: Shell,
  notFoundComponent: MissingPage,
})

const recordList = lazyRouteComponent(() => import('./records/record-list-page.tsx'), 'RecordListPage')

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
    path: '/direction/vision',
    validateSearch: parseVisionView,
    component: lazyRouteComponent(() => import('#areas/strategy/web/vision-page.tsx'), 'VisionPage'),
  }),
  createRoute({ getParentRoute: () => root, path: '/direction/visions', component: recordList }),
  createRoute({ getParentRoute: () => root, path: '/direction/strategies', component: recordList }),
  createRoute({ getParentRoute: () => root, path: '/direction/goals', component: recordList }),
  createRoute({
    getParentRoute: () => root,
    path: '/direction/goals/tree',
    validateSearch: parseTreeView,
    component: lazyRouteComponent(() => import('#areas/roadmap/web/tree/goal-tree-page.tsx'), 'GoalTreePage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/direction/roadmap',
    component: lazyRouteComponent(() => import('#areas/roadmap/web/roadmap-page.tsx'), 'RoadmapPage'),
  }),
  createRoute({ getParentRoute: () => root, path: '/direction/bets', component: recordList }),
  createRoute({ getParentRoute: () => root, path: '/direction/insights', component: recordList }),
  createRoute({
    getParentRoute: () => root,
    path: '/direction/insights/inbox',
    component: lazyRouteComponent(() => import('#areas/customers/web/inbox-page.tsx'), 'InboxPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/direction/allocation',
    component: lazyRouteComponent(() => import('#areas/roadmap/web/allocation-page.tsx'), 'AllocationPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/direction/allocation/unjoined',
    component: lazyRouteComponent(() => import('#areas/roadmap/web/unjoined-page.tsx'), 'UnjoinedPage'),
  }),
  createRoute({ getParentRoute: () => root, path: '/direction/allocations', component: recordList }),
  createRoute({ getParentRoute: () => root, path: '/direction/breaks', component: recordList }),
  createRoute({ getParentRoute: () => root, path: '/direction/scenarios', component: recordList }),
  createRoute({
    getParentRoute: () => root,
    path: '/direction/scenarios/compare',
    // Which scenario is written, and which others stand beside it, with commas between them.
    validateSearch: (
      search: Record<string, unknown>,
    ): { of?: string | undefined; with?: string | undefined } => ({
      of: textsIn(search['of'])[0],
      with: textsIn(search['with']).join(',') || undefined,
    }),
    component: lazyRouteComponent(() => import('#areas/roadmap/web/scenario-page.tsx'), 'ScenarioPage'),
  }),
  createRoute({ getParentRoute: () => root, path: '/direction/pivots', component: recordList }),
  createRoute({
    getParentRoute: () => root,
    path: '/direction/bring-in',
    validateSearch: ({ as }: Record<string, unknown>): { as?: 'bet' | 'insight' } =>
      as === 'bet' || as === 'insight' ? { as } : {},
    component: lazyRouteComponent(() => import('#areas/roadmap/web/bring-in-page.tsx'), 'BringInPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/direction/pivots/course',
    // Which pivot; the newest where it does not say.
    validateSearch: ({ of }: Record<string, unknown>): { of?: string | undefined } => ({
      of: textsIn(of)[0],
    }),
    component: lazyRouteComponent(() => import('#areas/roadmap/web/pivot-page.tsx'), 'PivotPage'),
  }),
  createRoute({ getParentRoute: () => root, path: '/people/teams', component: recordList }),
  createRoute({ getParentRoute: () => root, path: '/people/people', component: recordList }),
  createRoute({
    getParentRoute: () => root,
    path: '/records/$key',
    validateSearch: (search: Record<string, unknown>): { form?: 'edit' } =>
      search['form'] === 'edit' ? { form: 'edit' } : {},
    component: lazyRouteComponent(() => import('./records/record-page.tsx'), 'RecordPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/kit',
    component: lazyRouteComponent(() => import('./kit/kit-page.tsx'), 'KitPage'),
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
  createRoute({
    getParentRoute: () => root,
    path: '/backups',
    component: lazyRouteComponent(() => import('./backups/backups-page.tsx'), 'BackupsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/welcome',
    component: lazyRouteComponent(() => import('./account/welcome-page.tsx'), 'WelcomePage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/start',
    component: lazyRouteComponent(() => import('./start/start-page.tsx'), 'StartPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/sign-in',
    validateSearch: ({ next, why }: Record<string, unknown>): { next?: string; why?: Why } => ({
      ...(typeof next === 'string' && { next }),
      ...whyIn(why),
    }),
    component: lazyRouteComponent(() => import('./account/sign-in-page.tsx'), 'SignInPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/join',
    component: lazyRouteComponent(() => import('./account/join-page.tsx'), 'JoinPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/account',
    validateSearch: ({ why }: Record<string, unknown>): { why?: Why } => whyIn(why),
    component: lazyRouteComponent(() => import('./account/account-page.tsx'), 'AccountPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/members',
    component: lazyRouteComponent(() => import('./account/members-page.tsx'), 'MembersPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/single-sign-on',
    component: lazyRouteComponent(() => import('./account/single-sign-on-page.tsx'), 'SingleSignOnPage'),
  }),
])

/** What an address says of a name, be it written once or more often; what is no text says nothing. */
function textsIn(said: unknown): readonly string[] {
  return [said].flat().filter((each) => typeof each === 'string')
}

export const router = createRouter({
  routeTree: routes,
  defaultPreload: 'intent',
  defaultErrorComponent: PageFailure,
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
