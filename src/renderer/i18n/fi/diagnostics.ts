import type { diagnostics as english } from '../en/diagnostics'
import type { Translation } from '../translation'

export const diagnostics: Translation<typeof english> = {
  title: 'Apua tuesta',
  text: 'Jos jokin ei toimi niin kuin pitäisi, tallenna tiedosto, josta tuki näkee tarvitsemansa. Sovellus ei lähetä sitä kenellekään: sinä katsot sen läpi ja lähetät sen kenelle haluat.',
  action: 'Vie vianmääritystiedot',
  lead: 'Yksi zip-tiedosto, jossa on tässä luetellut tiedot. Avaa rivi, niin voit lukea sen. Salaisuuksia ja tunnisteita ei ole mukana; asiakkaiden, ryhmien ja ihmisten nimiä on.',
  gathering: 'Kerätään tuen tarvitsemat tiedot…',
  queue: 'Jono mukaan: jokainen toimenpide ja palvelinten vastaukset niihin',
  files: 'Mitä tiedostoon tulee',
  size: '{size} kt',
  cut: 'Tässä näkyvät vain viimeiset {count} merkkiä. Tiedostossa on kaikki.',
  save: 'Tallenna tiedosto',
  saved: 'Tiedosto {file} on valmis. Lähetä se sille, joka auttaa sinua.',
  close: 'Sulje',
  about: {
    readme: 'mitä tiedostossa on, sen avaajalle',
    versions: 'sovelluksen ja tämän koneen järjestelmän versiot',
    settings: 'asetuksesi ja viimeisimmät valintasi',
    stacks: 'asiakasympäristöjen nimet ja osoitteet sekä yhteyden tila nyt',
    log: 'loki: mitä sovellus teki ja mikä meni vikaan',
    queue: 'jono: {name}'
  },
  readme: {
    title: 'Thingsee Field Installerin vianmääritystiedot',
    made: 'Tehty {time}, sovelluksen versio {version}.',
    holds: 'Mukana on:',
    without: 'Jono jätettiin pois.',
    secrets:
      'Asiakassalaisuudet ja käyttötunnisteet eivät ole mukana: ne ovat avainnipussa ja muistissa, ja lokista ne on poistettu.',
    personal:
      'Mukana on asiakasympäristöjen nimiä, osoitteita ja asiakastunnuksia, laitteita, ryhmiä, koneen kansioita sekä ihmisten nimiä siellä, missä palvelin tai asentaja on ne maininnut. Käsittele tiedostoa sen mukaisesti ja poista se, kun sitä ei enää tarvita.'
  }
}
