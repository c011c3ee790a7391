import type { scan as english } from '../en/scan'
import type { Translation } from '../translation'

export const scan: Translation<typeof english> = {
  region: 'Laitteen tunnistus',
  label: 'Skannaa tarra tai kirjoita sen teksti',
  open: 'Avaa',
  enter: 'Paina Enter',
  outcomes: {
    accepted: 'Skannattu.',
    duplicate: 'Skannattu jo aiemmin.',
    flagged: 'Huomaa tämä.',
    not_understood: 'Tarraa ei ymmärretty.'
  },
  said: {
    keptOut: 'Tarraa ei otettu vastaan: vastaa ensin ruudulla olevaan kysymykseen ja skannaa tarra sitten uudelleen.',
    failed:
      'Sovellus teki virheen tämän tarran kohdalla. Katso, tuliko se mukaan, ja skannaa se tarvittaessa uudelleen.',
    torn: 'Tarrasta saapui vain osa. Skannaa se uudelleen.',
    finishForm:
      'Tarraa ei otettu vastaan: tallenna tai hylkää ensin se, mitä täällä kirjoitat, ja skannaa tarra sitten uudelleen.',
    noStack: 'Lisää ensin asiakasympäristö: ilman sitä laitetta ei voi asentaa mihinkään.'
  },
  camera: {
    use: 'Kamera',
    title: 'Skannaa tarroja kameralla',
    explained:
      'Koneen kamera lukee QR- ja DataMatrix-koodeja. Kuva pysyy tässä ikkunassa: mitään ei tallenneta eikä lähetetä. Kamera on päällä vain, kun sen kuva näkyy tässä.',
    turnOn: 'Käynnistä kamera',
    starting: 'Käynnistetään kameraa…',
    close: 'Sammuta kamera',
    torch: 'Valo',
    which: 'Mikä kamera',
    nth: 'Kamera {number}',
    picture: 'Kameran kuva',
    aim: 'Pidä yhtä tarraa kameran edessä.',
    several: 'Kuvassa on useita tarroja. Valitse yksi tai kohdista kamera vain yhteen.',
    faults: {
      none: {
        title: 'Kameraa ei löytynyt.',
        next: 'Liitä kamera ja yritä uudelleen. Käsilukija tai näppäimistökin käy.'
      },
      denied: {
        title: 'Kameraa ei saa käyttää.',
        next: 'Salli työpöytäsovellusten käyttää kameraa järjestelmän tietosuoja-asetuksissa ja yritä uudelleen.'
      },
      in_use: {
        title: 'Kamera ei vastaa.',
        next: 'Toinen ohjelma saattaa käyttää sitä: sulje videopuhelut ja muut kameraohjelmat ja yritä uudelleen.'
      },
      unplugged: {
        title: 'Kamera katosi.',
        next: 'Jo skannatut tarrat ovat tallessa. Liitä kamera takaisin tai valitse toinen ja yritä uudelleen.'
      },
      decoder: {
        title: 'Kuvasta ei voi lukea koodeja.',
        next: 'Yritä uudelleen tai käytä käsilukijaa tai näppäimistöä.'
      },
      other: { title: 'Kameraa ei voitu käynnistää.', next: 'Yritä uudelleen tai käytä käsilukijaa tai näppäimistöä.' }
    }
  },
  otherMake: 'Jos tarra on toisen valmistajan, etsi laitteesta se, jossa on TUID.',
  layouts: { us: 'englanti (Yhdysvallat)', nordic: 'suomi tai ruotsi', azerty: 'ranska (AZERTY)' },
  layout:
    'Lukija kirjoittaa kuin tässä koneessa olisi toinen näppäimistöasettelu: lukijan asetus on {scanner}, koneen {laptop}. Aseta lukijan näppäimistöksi {laptop} sen ohjekirjan koodeilla ja skannaa tarra uudelleen.'
}
