import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { projectRoot } from '../../../../scripts/project-root.ts'
import { tempFolder } from '../laptop/tempFolder'

const include = join(projectRoot, 'resources/windows/uninstall.nsh')
const text = readFileSync(include, 'utf8')

/** An uninstaller around the include, with what electron-builder's own script defines for it. */
const around = `
Unicode true
Name "Test"
OutFile "test.exe"
!include LogicLib.nsh
!include FileFunc.nsh
!define PRODUCT_FILENAME "Thingsee Field Installer"
!define isUpdated "$9 == 1"
!include "${include}"
Section
  WriteUninstaller "$TEMP\\uninstall.exe"
SectionEnd
Section "un.Uninstall"
  !insertmacro customUnInstall
SectionEnd
`

function hasCompiler(): boolean {
  return spawnSync('makensis', ['-VERSION']).status === 0
}

if (!hasCompiler()) console.warn('The uninstaller is read but not compiled: makensis (Debian: nsis) is not here.')

describe("what Windows' uninstaller does with a person's data", () => {
  it('asks in English and Finnish, and keeps it unless the answer is yes', () => {
    expect(text).toContain('Also remove the data of this user')
    expect(text).toContain('Poistetaanko myös tämän käyttäjän tiedot')
    expect(text).toContain('MB_YESNO|MB_ICONQUESTION|MB_DEFBUTTON2')
    expect(text.match(/RMDir/g)).toHaveLength(1)
    expect(text).toMatch(/IDNO keepData\s+RMDir \/r "\$APPDATA\\\$\{PRODUCT_FILENAME\}"\s+keepData:/)
  })

  it('says that unsent work would be lost', () => {
    expect(text).toContain('Unsent work cannot be brought back')
    expect(text).toContain('Lähettämätöntä työtä ei saa takaisin')
  })

  it.each(['isUpdated', '"/S"', '"--delete-app-data"'])('does not ask with %s', (reason) => {
    expect(text.indexOf(reason)).toBeGreaterThan(text.indexOf('!macro'))
    expect(text.indexOf(reason)).toBeLessThan(text.indexOf('MessageBox'))
  })

  it.skipIf(!hasCompiler())('is a script that compiles without a warning', () => {
    const folder = tempFolder()
    writeFileSync(join(folder, 'test.nsi'), around)
    execFileSync('makensis', ['-WX', '-INPUTCHARSET', 'UTF8', 'test.nsi'], { cwd: folder })
  })
})
