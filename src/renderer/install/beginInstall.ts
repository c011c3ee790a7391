import { useRouter } from 'vue-router'
import { useInstallStore } from './installStore'

/** Takes a thing to the install page, which asks should something else lie on the bench unsaved. */
export function useBeginInstall(): (label: string) => Promise<void> {
  const router = useRouter()
  const install = useInstallStore()
  return async (label) => {
    install.scan(label)
    await router.push({ name: 'install' })
  }
}
