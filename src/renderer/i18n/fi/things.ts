import type { things as english } from '../en/things'
import type { Translation } from '../translation'

export const things: Translation<typeof english> = {
  title: 'Laitteet',
  lead: 'Tällä koneella nähdyt laitteet asiakasympäristössä {stack}, viimeisin ensin.',
  search: 'Etsi laitetta tai skannaa sen tarra',
  hits: 'Yksikään laite ei sovi | 1 laite sopii | {count} laitetta sopii',
  list: 'Tällä koneella nähdyt laitteet',
  openNamed: 'Avaa',
  seen: 'nähty täällä',
  neverSeen: 'ei vielä luettu palvelimelta',
  open: '{count} lähtemättä',
  needsYou: '{count} odottaa sinua | {count} odottaa sinua',
  more: 'Näytä lisää ({count})',
  select: 'Valitse useita',
  selectAll: 'Kaikki näkyvät ({count})',
  selected: 'ei valittu | 1 valittu | {count} valittu',
  endSelection: 'Lopeta valinta',
  refused: 'Mikään ei sovi, eikä tämä ole kokonainen tarran teksti.',
  empty: {
    none: {
      title: 'Laitteita ei ole vielä nähty',
      text: 'Jokainen tällä koneella skannattu tai avattu laite jää tänne, myös ilman yhteyttä. Skannaa tai kirjoita tarra yllä olevaan kenttään, tai aloita asentaminen.',
      next: 'Aloita asentaminen'
    },
    search: {
      title: 'Tämä kone ei ole nähnyt sellaista laitetta',
      text: 'Kokeile lyhyempää osaa TUID:stä tai laitetyypistä. Kokonainen TUID tai skannattu tarra avaa minkä tahansa laitteen.'
    }
  }
}
