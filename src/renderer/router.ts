import { createRouter, createWebHashHistory, type RouteRecordRaw, type RouterHistory } from 'vue-router'
import InstallPage from '@/install/InstallPage.vue'

declare module 'vue-router' {
  interface RouteMeta {
    /** Message key of the page's title. */
    title: string
  }
}

export const routes: RouteRecordRaw[] = [
  { path: '/', redirect: { name: 'install' } },
  {
    path: '/install',
    name: 'install',
    component: InstallPage,
    meta: { title: 'common.places.install' }
  },
  {
    path: '/visits',
    name: 'visits',
    component: () => import('@/visits/VisitsPage.vue'),
    meta: { title: 'common.places.visits' }
  },
  {
    path: '/visits/:id',
    name: 'visit',
    component: () => import('@/visits/VisitPage.vue'),
    meta: { title: 'common.places.visit' }
  },
  {
    path: '/works/:kind',
    name: 'works',
    component: () => import('@/works/WorksPage.vue'),
    meta: { title: 'common.places.works' }
  },
  {
    path: '/visits/:id/leave',
    name: 'leave',
    component: () => import('@/leaving/LeavePage.vue'),
    meta: { title: 'arrivals.title' }
  },
  {
    path: '/things',
    name: 'things',
    component: () => import('@/things/ThingsPage.vue'),
    meta: { title: 'common.places.things' }
  },
  {
    path: '/things/:tuid/:section?',
    name: 'thing',
    component: () => import('@/thing/ThingPage.vue'),
    meta: { title: 'common.places.thing' }
  },
  {
    path: '/send',
    name: 'send',
    component: () => import('@/sending/SendPage.vue'),
    meta: { title: 'common.places.send' }
  },
  {
    path: '/groups',
    name: 'groups',
    component: () => import('@/groups/GroupsPage.vue'),
    meta: { title: 'common.places.groups' }
  },
  {
    path: '/groups/:groupId',
    name: 'group',
    component: () => import('@/groups/GroupPage.vue'),
    meta: { title: 'common.places.group' }
  },
  {
    path: '/alerts',
    name: 'alerts',
    component: () => import('@/alerts/AlertsPage.vue'),
    meta: { title: 'common.places.alerts' }
  },
  {
    path: '/queue',
    name: 'queue',
    component: () => import('@/queue/QueuePage.vue'),
    meta: { title: 'common.places.queue' }
  },
  {
    path: '/settings',
    name: 'settings',
    component: () => import('@/settings/SettingsPage.vue'),
    meta: { title: 'common.places.settings' }
  },
  {
    path: '/settings/stacks',
    name: 'stacks',
    component: () => import('@/stacks/StacksPage.vue'),
    meta: { title: 'common.places.stacks' }
  },
  {
    path: '/about',
    name: 'about',
    component: () => import('@/about/AboutPage.vue'),
    meta: { title: 'settings.about' }
  },
  {
    path: '/help/:topic?',
    name: 'help',
    component: () => import('@/help/HelpPage.vue'),
    meta: { title: 'help.title' }
  },
  { path: '/:rest(.*)*', redirect: { name: 'install' } }
]

/** Hash addresses: the page is served from one file under the app's own scheme. */
export function createPages(history: RouterHistory = createWebHashHistory()) {
  return createRouter({ history, routes })
}
