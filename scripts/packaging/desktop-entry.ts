/** What the app's entry in a Linux desktop's menu says, besides name, program and icon. */
export const desktopWords = {
  Comment: 'Puts Thingsee sensors and gateways into buildings, with or without a signal',
  'Comment[fi]': 'Thingsee-antureiden ja -yhdyskäytävien asennus rakennuksiin, verkossa tai ilman',
  GenericName: 'Sensor installation',
  'GenericName[fi]': 'Antureiden asennus',
  Keywords: 'sensor;gateway;IoT;installation;',
  'Keywords[fi]': 'anturi;yhdyskäytävä;IoT;asennus;'
} as const

/** Of the categories that the freedesktop menu specification knows. */
export const desktopCategory = 'Utility'

/**
 * The whole desktop entry of an installed package (freedesktop.org's Desktop Entry Specification 1.5).
 *
 * @param name what a person reads
 * @param program the command, and by the same name the icon, the file of this entry and the window's class
 */
export function desktopEntry(name: string, program: string): string {
  const lines = {
    Type: 'Application',
    Name: name,
    ...desktopWords,
    Exec: program,
    Icon: program,
    Terminal: 'false',
    StartupNotify: 'true',
    StartupWMClass: program,
    Categories: `${desktopCategory};`
  }
  const text = Object.entries(lines).map(([key, value]) => `${key}=${value}\n`)
  return `[Desktop Entry]\n${text.join('')}`
}
