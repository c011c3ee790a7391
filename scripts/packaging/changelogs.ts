import { linuxVersion, type Release } from './releases.ts'

const lineLength = 80

/** Breaks a sentence into lines, the first after `bullet`, the others as far in. */
function item(bullet: string, text: string): string {
  const lines = [bullet]
  for (const word of text.split(' ')) {
    const last = lines.at(-1) ?? ''
    if (last.length + word.length + 1 > lineLength) lines.push(`${' '.repeat(bullet.length)} ${word}`)
    else lines[lines.length - 1] = `${last} ${word}`
  }
  return lines.join('\n')
}

/** As `%a %b %d %Y` of the C locale. */
function day(date: Date): { weekday: string; day: string; month: string; year: string } {
  const [weekday = '', number = '', month = '', year = ''] = date.toUTCString().split(/,? /)
  return { weekday, day: number, month, year }
}

/**
 * The changelog of a native Debian package (deb-changelog(5)).
 *
 * @param maintainer as `Name <address>`
 */
export function debianChangelog(name: string, maintainer: string, releases: readonly Release[]): string {
  const entries = releases.map(({ version, date, points }) => {
    const head = `${name} (${linuxVersion(version)}) stable; urgency=medium`
    const when = date.toUTCString().replace('GMT', '+0000')
    return `${head}\n\n${points.map((point) => item('  *', point)).join('\n')}\n\n -- ${maintainer}  ${when}\n`
  })
  return entries.join('\n')
}

/**
 * What follows `%changelog` in the description of an rpm package.
 *
 * @param maintainer as `Name <address>`
 * @param revision of the package, the same for all versions
 */
export function rpmChangelog(maintainer: string, revision: number, releases: readonly Release[]): string {
  const entries = releases.map(({ version, date, points }) => {
    const { weekday, month, day: number, year } = day(date)
    const head = `* ${weekday} ${month} ${number} ${year} ${maintainer} - ${linuxVersion(version)}-${revision}`
    return `${head}\n${points.map((point) => item('-', point)).join('\n')}\n`
  })
  // A percent sign would begin one of rpm's macros.
  return entries.join('\n').replaceAll('%', '%%')
}
