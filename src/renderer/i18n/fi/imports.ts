import type { imports as english } from '../en/imports'
import type { Translation } from '../translation'

export const imports: Translation<typeof english> = {
  title: 'Tuo luettelo laitteista',
  how: 'Yksi laite rivillä: kopioi luettelo taulukosta tai valitse CSV- tai Excel-tiedosto. TUID:n tai tarran tekstin lisäksi rivillä voi olla ryhmä, tila, muistiinpano ja paikka.',
  paste: 'Liitä luettelo tähän',
  read: 'Lue liitetty luettelo',
  file: 'Valitse tiedosto',
  reading: 'Luetaan luetteloa…',
  checking: 'Tarkistetaan {count} riviä…',
  columns: 'Mitä sarakkeissa on',
  fields: { tuid: 'TUID', group: 'Ryhmä', status: 'Tila', note: 'Muistiinpano', place: 'Paikka' },
  none: 'Ei saraketta',
  nth: 'Sarake {number}',
  hasHeader: 'Ensimmäisellä rivillä on sarakkeiden nimet',
  preview: 'Ensimmäiset rivit',
  chooseTuid: 'Valitse sarake, jossa on TUID tai tarran teksti.',
  result: 'Tulos',
  good: 'Yhtään riviä ei voi tuoda. | {count} laite voidaan tuoda. | {count} laitetta voidaan tuoda.',
  bad: '{count} riviä ei voi tuoda: | {count} riviä ei voi tuoda: | {count} riviä ei voi tuoda:',
  badList: 'Rivit, joita ei voi tuoda',
  lineNumber: 'Rivi {line}:',
  more: 'ja {count} muuta: tallenna ne tiedostoksi, niin näet kaikki.',
  saveBad: 'Tallenna nämä rivit tiedostoksi',
  badFile: 'tuomatta-jaaneet-rivit',
  line: 'Rivi',
  reason: 'Syy',
  another: 'Toinen luettelo',
  take: 'Tuo | Tuo {count} laite | Tuo {count} laitetta',
  reasons: {
    empty: 'Rivillä ei ole TUID:tä.',
    group: '”{part}” ei voi olla ryhmän nimi: siinä ei ole välilyöntejä ja se on enintään 256 merkkiä.',
    status: '”{part}” ei ole tila.',
    note: 'Muistiinpano on pidempi kuin 2 000 merkkiä: ”{part}”.',
    place: 'Paikka on pidempi kuin 2 000 merkkiä: ”{part}”.',
    duplicate: '{part} on jo rivillä {line}.'
  },
  faults: {
    too_large: 'Tiedosto on yli 100 Mt: se ei ole luettelo laitteista.',
    unreadable: 'Tiedostoa ei voi lukea luettelona. Tallenna se CSV- tai Excel-tiedostona (.xlsx) ja yritä uudelleen.',
    old_excel: 'Tämä on vanhan Excelin tiedosto (.xls). Tallenna se muodossa .xlsx tai CSV ja yritä uudelleen.',
    empty: 'Luettelo on tyhjä.'
  }
}
