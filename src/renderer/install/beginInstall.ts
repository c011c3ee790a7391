import { useRouter } from 'vue-router'
import { useInstallStore } from './installStore'

/** Takes a thing to the install page, which asks should something else lie on the bench unsaved. */
export function useBeginInstall(): (tuid: string) => Promise<void> {
  const router = useRouter()
  const install = useInstallStore()
  return async (tuid) => {
    install.scan(tuid)
    await router.push({ name: 'install' })
  }
}
