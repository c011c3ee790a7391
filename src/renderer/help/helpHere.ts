import { useRoute } from 'vue-router'
import { useSessionStore } from '@/stores/session'
import { useHelpStore } from './helpStore'
import { topicOfPage } from './topicIds'

/** @returns what opens the help about the page that is on screen, and what is the matter there */
export function useHelpHere(): () => void {
  const route = useRoute()
  const session = useSessionStore()
  const help = useHelpStore()
  return () => {
    if (route.name === 'help') return
    if (session.connection === 'no_stack') help.open('connect')
    else if (session.connection === 'no_secret') help.open('keychain')
    else if (route.name === 'queue' && session.needsYou > 0) help.open('needs_you')
    else help.open(topicOfPage(route.name))
  }
}
