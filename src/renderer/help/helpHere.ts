import { useRoute } from 'vue-router'
import { useSessionStore } from '@/stores/session'
import { useHelpStore } from './helpStore'
import { helpOfPage } from './topicIds'

/** @returns what opens the help about what is on screen, and what is the matter there */
export function useHelpHere(): () => void {
  const route = useRoute()
  const session = useSessionStore()
  const help = useHelpStore()
  return () => {
    if (route.name === 'help') return
    if (session.connection === 'no_stack') help.open({ topic: 'connect', step: null })
    else if (session.connection === 'no_secret') help.open({ topic: 'keychain', step: 'missing' })
    else if (route.name === 'queue' && session.needsYou > 0) help.open({ topic: 'needs_you', step: 'choices' })
    else help.open([...help.asked.values()].at(-1) ?? helpOfPage(route.name))
  }
}
