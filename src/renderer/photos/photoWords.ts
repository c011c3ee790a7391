import { useI18n } from 'vue-i18n'

export interface PhotoWords {
  /** A photo with its caption, where it has one. */
  readonly named: (photo: string, caption: string) => string
}

export function usePhotoWords(): PhotoWords {
  const { t } = useI18n()
  return { named: (photo, caption) => (caption === '' ? photo : t('photos.captioned', { photo, caption })) }
}
