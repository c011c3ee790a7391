import type { sending as english } from '../en/sending'
import type { Translation } from '../translation'

export const sending: Translation<typeof english> = {
  title: 'Lähetä komento 1 laitteelle | Lähetä komento {count} laitteelle',
  normalTitle: 'Palauta 1 laite normaaliksi | Palauta {count} laitetta normaaliksi',
  none: {
    title: 'Laitteita ei ole valittu',
    text: 'Valitse laitteita laiteluettelosta tai avaa ryhmä ja lähetä sieltä komento kaikille.',
    next: 'Laitteisiin'
  },
  kind: '{kind}: {count}',
  things: 'Valitut laitteet',
  preview: 'Yksikään laite ei saa komentoa | 1 laite saa komennon | {count} laitetta saa komennon',
  gets: 'ei yhdellekään laitteelle | 1 laitteelle | {count} laitteelle',
  strangers:
    '1 laite ei ymmärrä kaikkea, eikä sille lähetetä sitä, mitä se ei ymmärrä. | {count} laitetta ei ymmärrä kaikkea, eikä niille lähetetä sitä, mitä ne eivät ymmärrä.',
  strangersAnyway:
    '1 laite ei ymmärrä kaikkea ja jättää loput huomiotta. | {count} laitetta ei ymmärrä kaikkea ja jättää loput huomiotta.',
  anyway: 'Lähetä niillekin',
  save: 'Tallenna 0 laitteelle | Tallenna 1 laitteelle | Tallenna {count} laitteelle',
  change: 'Muuta',
  saved: 'Tallennettu tänne 1 laitteelle | Tallennettu tänne {count} laitteelle',
  savedMeaning: 'Kaikki ovat jonossa ja lähtevät palvelimelle heti, kun siihen saadaan yhteys. Tilanne:',
  progress: 'Tilanne',
  toThings: 'Takaisin laitteisiin',
  toQueue: 'Avaa jono',
  known: 'Laitteet, joiden raportointiväli tiedetään',
  unknown:
    'Tällä koneella ei tiedetä, kuinka usein 1 laite raportoi ennen. Valitse: | Tällä koneella ei tiedetä, kuinka usein {count} laitetta raportoi ennen. Valitse:',
  noInterval:
    '1 laitteella ei ole raportointiväliä, ja se jää pois. | {count} laitteella ei ole raportointiväliä, ja ne jäävät pois.',
  backToNormal: 'Älä palauta yhtään laitetta | Palauta 1 laite normaaliksi | Palauta {count} laitetta normaaliksi',
  chooseFirst: 'Valitse ensin muiden raportointiväli.',
  left: '1 laite on jäänyt testiväliin | {count} laitetta on jäänyt testiväliin',
  leftMeaning:
    'Se mittaa ja raportoi joka minuutti, kunnes se palautetaan normaaliksi. | Ne mittaavat ja raportoivat joka minuutti, kunnes ne palautetaan normaaliksi.'
}
