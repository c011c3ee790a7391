import { mdiArchiveRemoveOutline, mdiShieldAlertOutline, mdiSwapHorizontal } from '@mdi/js'
import type { WorkKind } from '@shared/domain/fieldWork'

export const workIcons: Readonly<Record<WorkKind, string>> = {
  replace: mdiSwapHorizontal,
  take_away: mdiArchiveRemoveOutline,
  quarantine: mdiShieldAlertOutline
}
