import type { common as english } from '../en/common'
import type { Translation } from '../translation'

/**
 * Words used throughout: thing = laite, stack = asiakasympäristö, deployment group = ryhmä, installation status =
 * asennustila, queue = jono, action = toimenpide, secret = salaisuus, keychain = avainnippu.
 */
export const common: Translation<typeof english> = {
  appName: 'Thingsee Field Installer',
  pageTitle: '{page} – {app}',
  skipToContent: 'Siirry sisältöön',
  cancel: 'Peruuta',
  retry: 'Yritä uudelleen',
  checkAgain: 'Tarkista uudelleen',
  dismiss: 'Piilota',
  more: 'Lisää',
  details: 'Tiedot',
  hideDetails: 'Piilota tiedot',
  loading: 'Ladataan',
  back: 'Takaisin',
  calm: {
    title: 'Tätä ei voi näyttää',
    text: 'Sovelluksessa tapahtui virhe. Mitään tallentamaasi ei ole kadonnut, ja muu sovellus toimii.'
  },
  copy: 'Kopioi {what}',
  copied: 'Kopioitu',
  unknown: 'Ei tiedossa',
  reasons: {
    taken_back: 'peruttu',
    kept_theirs: 'pidettiin se, mitä palvelin näyttää',
    stack_given_up: 'asiakasympäristöstä luovuttiin'
  },
  places: {
    main: 'Päävalikko',
    install: 'Asennus',
    visits: 'Käynnit',
    visit: 'Käynti',
    works: 'Laitetyö',
    things: 'Laitteet',
    thing: 'Laite {tuid}',
    send: 'Lähetä komento',
    groups: 'Ryhmät',
    group: 'Ryhmä {groupId}',
    alerts: 'Hälytykset',
    queue: 'Jono',
    settings: 'Asetukset',
    stacks: 'Asiakasympäristöt'
  },
  shortcuts: {
    title: 'Pikanäppäimet',
    everywhere: 'Joka sivulla',
    inFields: 'Kentässä',
    search: 'Hae kaikkialta',
    goTo: 'Siirry: {place}',
    explain: 'Ohje tästä sivusta',
    shortcuts: 'Näytä tämä luettelo',
    goOn: 'Ota kirjoitettu; tyhjässä tarrakentässä seuraava vaihe',
    clear: 'Tyhjennä kenttä, sulje avoin',
    or: 'tai',
    scanner: 'Käsilukija ei tarvitse näppäimiä: skannaa millä sivulla tahansa.',
    close: 'Sulje'
  },
  search: {
    button: 'Hae',
    label: 'Hae kaikkialta',
    placeholder: 'TUID, laitetyyppi, ryhmä tai sivu',
    nothing:
      'Mitään ei löydy haulla ”{search}”. Kokonainen TUID avautuu, vaikka laitetta ei ole tavattu tällä koneella.',
    placesOnly: 'Laitteita ja ryhmiä ei voi nyt hakea; sivut löytyvät.',
    install: 'Asenna {tuid}',
    notMet: 'ei vielä tavattu tällä koneella',
    kinds: { thing: 'Laitteet', group: 'Ryhmät', place: 'Sivut' }
  },
  time: { asOf: 'tilanne {time}', justNow: 'juuri nyt', noTime: 'alle sekunnin' },
  truth: {
    confirmed: 'Vahvistettu',
    confirmedAt: 'Vahvistettu {time}',
    waiting: 'Tallessa tässä, lähetetään myöhemmin',
    sending: 'Lähetetään',
    checking: 'Tarkistetaan, menikö perille',
    needs_you: 'Odottaa sinua',
    not_saved: 'Ei tallennettu',
    decided: 'Käyttäjän ratkaisema',
    decidedAt: 'Käyttäjän ratkaisema {time}',
    discarded: 'Hylätty'
  },
  waits: {
    offline: 'Odottaa yhteyttä',
    signed_out: 'Odottaa kirjautumista',
    secret_missing: 'Odottaa asiakassalaisuutta',
    later: 'Odottaa hetken ennen seuraavaa yritystä',
    laterUntil: 'Seuraava yritys {time}',
    paused: 'Lähettäminen on keskeytetty',
    cannot_record: 'Odottaa, että tämä kone voi kirjata sen',
    earlier_action: 'Odottaa aiempaa toimenpidettä'
  },
  tuid: { copy: 'Kopioi TUID {tuid}' },
  connection: {
    title: 'Yhteys',
    no_stack: 'Ei asiakasympäristöä',
    checking: 'Tarkistetaan yhteyttä',
    online: 'Yhteys kunnossa',
    offline: 'Ei yhteyttä',
    offlineSince: 'Yhteys katkesi {time}',
    signed_out: 'Kirjautuminen hylätty',
    no_secret: 'Salaisuus puuttuu',
    since: 'Alkaen {time}',
    check: 'Tarkista nyt',
    checkingNow: 'Tarkistetaan…',
    meaning: {
      no_stack: 'Lisää asiakasympäristö, niin sovellus saa yhteyden sen palvelimeen.',
      checking: 'Kysytään asiakasympäristön palvelimelta. Sillä välin tehty työ tallentuu tälle koneelle.',
      online: 'Asiakasympäristön palvelin vastaa. Tallentamasi lähtee heti.',
      offline:
        'Asiakasympäristön palvelimeen ei saada yhteyttä. Jatka työtä: kaikki tallentuu tälle koneelle ja lähetetään myöhemmin.',
      signed_out:
        'Palvelin ei hyväksynyt asiakastunnusta tai salaisuutta. Kaikki tallentamasi säilyy tässä, kunnes ne on korjattu.',
      no_secret: 'Asiakasympäristön salaisuus ei ole saatavilla. Kaikki tallentamasi säilyy tässä, kunnes annat sen.'
    },
    openStack: 'Avaa asiakasympäristö'
  },
  stackMenu: {
    label: 'Käytössä oleva asiakasympäristö: {name}',
    none: 'Ei asiakasympäristöä',
    title: 'Missä asiakasympäristössä työskentelet?',
    manage: 'Hallitse asiakasympäristöjä',
    othersGoOn: 'Toisessa asiakasympäristössä odottavat toimenpiteet lähetetään edelleen sinne.',
    elsewhere: 'Muissa asiakasympäristöissä: {waiting} odottaa lähetystä, {needsYou} odottaa sinua'
  },
  badge: {
    paused: 'lähetys keskeytetty',
    label: 'Jono: {text}',
    waiting: '{count} lähtemättä',
    needsYou: '{count} odottaa sinua | {count} odottaa sinua',
    cannotRecord: 'mitään ei voi tallentaa',
    empty: 'Jono on tyhjä',
    counting: 'Lasketaan…'
  },
  notices: {
    settings_reset:
      'Asetustiedosto oli vioittunut, ja se korvattiin oletusasetuksilla. Vioittunut tiedosto on tallessa: {detail}.',
    database_reset:
      'Tämän koneen työpäiväkirja oli vioittunut. Siitä otettiin talteen se, mikä voitiin lukea; osaa ei voitu. Vertaa jonoa siihen, mitä teit. Vioittunut tiedosto on tallessa: {detail}.',
    database_salvaged:
      'Tämän koneen työpäiväkirja oli vioittunut. Kaikki siihen tallennetut toimenpiteet voitiin lukea ja ottaa talteen. Vioittunut tiedosto on tallessa: {detail}.',
    database_empty:
      'Tämän koneen työpäiväkirja puuttui tai oli tyhjä käynnistettäessä, ja tilalle luotiin uusi. Jos jotakin tallentamaasi ei ollut vielä lähetetty, se ei ole enää jonossa: tarkista ne laitteet. Työpäiväkirjan paikka: {detail}.',
    stacks_recalled:
      'Asetuksista puuttui asiakasympäristöjä, jotka työpäiväkirja tuntee yhä. Ne palautettiin odottavine toimenpiteineen: {detail}.',
    actions_without_stack:
      'Tallennettuja toimenpiteitä odottaa asiakasympäristössä, jota tällä koneella ei enää tunneta, eikä niitä voi lähettää: {detail}. Mitään ei poistettu; ilmoita asiasta tukeen.',
    policy_unusable:
      'Organisaatiosi käytäntötiedostoa ei voi käyttää, joten mikään siitä ei ole voimassa: {detail}. Työhösi se ei vaikuta; kerro asiasta koneen ylläpitäjälle.',
    quarantined_actions:
      'Joitakin tallennettuja toimenpiteitä ei voitu lukea, ja ne siirrettiin sivuun: {detail}. Mitään ei poistettu; ilmoita asiasta tukeen.'
  }
}
