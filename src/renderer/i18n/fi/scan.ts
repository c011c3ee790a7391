import type { scan as english } from '../en/scan'
import type { Translation } from '../translation'

export const scan: Translation<typeof english> = {
  region: 'Laitteen tunnistus',
  label: 'Skannaa tarra tai kirjoita sen teksti',
  open: 'Avaa',
  enter: 'Paina Enter',
  outcomes: {
    accepted: 'Luettu.',
    duplicate: 'Luettu jo aiemmin.',
    flagged: 'Huomaa tämä.',
    not_understood: 'Tarraa ei ymmärretty.'
  },
  said: {
    keptOut: 'Tarraa ei otettu vastaan: vastaa ensin ruudulla olevaan kysymykseen ja lue tarra sitten uudelleen.',
    failed: 'Sovellus teki virheen tämän tarran kohdalla. Katso, tuliko se mukaan, ja lue se tarvittaessa uudelleen.',
    torn: 'Tarrasta saapui vain osa. Lue se uudelleen.',
    finishForm:
      'Tarraa ei otettu vastaan: tallenna tai hylkää ensin se, mitä täällä kirjoitat, ja lue tarra sitten uudelleen.',
    noStack: 'Lisää ensin asiakasympäristö: ilman sitä laitetta ei voi asentaa mihinkään.'
  },
  otherMake: 'Jos tarra on toisen valmistajan, etsi laitteesta se, jossa on TUID.',
  layouts: { us: 'englanti (Yhdysvallat)', nordic: 'suomi tai ruotsi', azerty: 'ranska (AZERTY)' },
  layout:
    'Lukija kirjoittaa kuin tässä koneessa olisi toinen näppäimistöasettelu: lukijan asetus on {scanner}, koneen {laptop}. Aseta lukijan näppäimistöksi {laptop} sen ohjekirjan koodeilla ja lue tarra uudelleen.'
}
