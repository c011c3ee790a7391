import type { help as english } from '../en/help'
import type { Translation } from '../translation'

export const help: Translation<typeof english> = {
  title: 'Ohje',
  lead: 'Lyhyet ohjeet kuvineen jokaiseen työhön. Kaikki toimii myös ilman yhteyttä.',
  button: 'Ohje tästä sivusta',
  buttonKey: 'Ohje tästä sivusta (F1)',
  how: 'Näin tämä toimii',
  all: 'Kaikki aiheet',
  topics: 'Aiheet',
  search: 'Etsi ohjeesta',
  found: 'Yhtään aihetta ei löytynyt | 1 aihe löytyi | {count} aihetta löytyi',
  nothing: 'Missään ohjeessa ei ole sanaa ”{search}”. Kokeile toista sanaa tai vähempiä kirjaimia.',
  tips: 'Hyvä tietää',
  next: 'Seuraava: {topic}',
  here: 'Tämä on ruudulla nyt',
  print: 'Tulosta',
  printAll: 'Tulosta koko ohje',
  asPage: 'Avaa sivuna',
  close: 'Sulje ohje'
}
