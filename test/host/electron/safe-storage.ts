const unavailable = (): never => {
  throw new Error('Error while encrypting: encryption is not available in the host')
}

/** `safeStorage`: answers as a machine without a keychain does. */
export const safeStorage = {
  isEncryptionAvailable: (): boolean => false,
  getSelectedStorageBackend: (): string => 'unknown',
  encryptString: unavailable,
  decryptString: unavailable
}
