; What the uninstaller does with the person's data (%APPDATA%\Thingsee Field Installer):
;   a person uninstalls        asks; keeping is the default
;   /S                         keeps
;   /S --delete-app-data       removes (electron-builder's own uninstaller does that)
;   an update                  keeps, without a question
; Secrets lie in Windows' Credential Manager and stay there; removing a stack in the app removes its secret.
!macro customUnInstall
  ${ifNot} ${isUpdated}
    ${GetParameters} $R0
    ClearErrors
    ${GetOptions} $R0 "/S" $R1
    ${if} ${Errors}
      ClearErrors
      ${GetOptions} $R0 "--delete-app-data" $R1
      ${if} ${Errors}
        ; 1035 is Finnish.
        ${if} $LANGUAGE == 1035
          StrCpy $R2 "Poistetaanko myös tämän käyttäjän tiedot: asetukset, käynnit ja työ, jota ei ole vielä lähetetty?$\n$\nLähettämätöntä työtä ei saa takaisin. Jos tiedot säilytetään, ne ovat tallessa, kun sovellus asennetaan uudelleen."
        ${else}
          StrCpy $R2 "Also remove the data of this user: settings, visits, and work that is not sent yet?$\n$\nUnsent work cannot be brought back. Data that is kept is there again when the app is installed again."
        ${endIf}
        ; One-click uninstallers are silent by now, so the box has no silent answer: it must be shown.
        MessageBox MB_YESNO|MB_ICONQUESTION|MB_DEFBUTTON2 "$R2" IDNO keepData
        RMDir /r "$APPDATA\${PRODUCT_FILENAME}"
        keepData:
      ${endIf}
    ${endIf}
  ${endIf}
!macroend
