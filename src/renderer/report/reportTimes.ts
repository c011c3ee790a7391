import { format } from 'date-fns'
import type { Instant } from '@shared/domain/thing'
import type { Language } from '@/i18n'

/** ISO 8601 with the offset that the laptop's time zone had then: "2026-11-25T23:10:05.000+02:00". */
export function localIso(at: Instant): string {
  return format(at, "yyyy-MM-dd'T'HH:mm:ss.SSSxxx")
}

export function utcIso(at: Instant): string {
  return new Date(at).toISOString()
}

/** "2026-11-25 23:10:05 +02:00": summer and winter time may stand in one file. */
export function localCell(at: Instant | null | undefined): string | null {
  return at == null ? null : format(at, 'yyyy-MM-dd HH:mm:ss xxx')
}

/** "25 Nov 2026 23:10:05 +02:00", "25.11.2026 23.10.05 +02:00" */
export function localWords(at: Instant, language: Language): string {
  return format(at, language === 'fi' ? 'd.M.yyyy HH.mm.ss xxx' : 'd MMM yyyy HH:mm:ss xxx')
}

/** "2026-11-25 21:10:05 UTC" */
export function utcWords(at: Instant): string {
  return `${new Date(at).toISOString().slice(0, 19).replace('T', ' ')} UTC`
}
