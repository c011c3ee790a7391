import { ask } from '@/bridge'

/** What the page cannot be drawn without, asked while its script is still being read: the answers come meanwhile. */
export const firstAnswers = {
  app: ask('app:info'),
  settings: ask('settings:get'),
  stack: ask('stacks:chosen')
}
