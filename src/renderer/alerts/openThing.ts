import { useRouter } from 'vue-router'
import { useInstallStore } from '@/install/installStore'

/** Where "Look at it" leads: the one place that knows which page shows a thing. */
export function useOpenThing(): (tuid: string) => Promise<void> {
  const router = useRouter()
  const install = useInstallStore()
  return async (tuid) => {
    // As if its label had been scanned: the page asks first when work on another thing is not saved.
    install.scan(tuid)
    await router.push({ name: 'install' })
  }
}
