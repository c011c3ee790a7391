import type { problems as english } from '../en/problems'
import type { Translation } from '../translation'

export const problems: Translation<typeof english> = {
  offline: {
    title: 'Palvelimeen ei saada yhteyttä',
    meaning: 'Tältä koneelta ei ole yhteyttä asiakasympäristön palvelimeen.',
    next: 'Jatka työtä: kaikki tallentuu tälle koneelle. Tarkista verkko, kun voit.'
  },
  timeout: {
    title: 'Palvelin ei vastannut ajoissa',
    meaning: 'Yhteys on hidas tai palvelin kuormittunut.',
    next: 'Yritä hetken kuluttua uudelleen tai siirry paikkaan, jossa kuuluvuus on parempi.'
  },
  tls: {
    title: 'Yhteys ei ole turvallinen',
    meaning: 'Osoitteen varmenteeseen ei voitu luottaa, joten mitään ei lähetetty.',
    next: 'Tarkista koneen kello ja osoite. Jos olet vierasverkossa, kirjaudu ensin verkkoon.'
  },
  not_offered: {
    title: 'Tämän asiakasympäristön palvelin ei tarjoa tätä',
    meaning: 'Palvelimella ei ole tätä, tai asiakasympäristön tunnuksilla ei ole siihen oikeutta.',
    next: 'Jatka ilman sitä; kaikki muu toimii tavalliseen tapaan.'
  },
  cancelled: {
    title: 'Keskeytetty',
    meaning: 'Kysely lopetettiin ennen vastausta.',
    next: 'Kysy uudelleen, kun tarvitset tietoa.'
  },
  bad_url: {
    title: 'Tämä ei ole verkko-osoite',
    meaning: 'Rajapinnan osoitetta ei voi lukea.',
    next: 'Kopioi koko osoite asiakasympäristön papereista, alusta (https://) loppuun asti.'
  },
  not_https: {
    title: 'Osoitteen alussa pitää olla https://',
    meaning: 'Ilman sitä salaisuus kulkisi muiden luettavissa.',
    next: 'Lisää osoitteen eteen https://.'
  },
  not_this_api: {
    title: 'Osoite vastasi, mutta ei niin kuin Thingsee-rajapinta',
    meaning: 'Osoitteessa on jokin muu palvelu, tai osa polusta puuttuu.',
    next: 'Vertaa osoitetta asiakasympäristön papereihin; yleensä lopussa on /prod/v1.'
  },
  bad_credentials: {
    title: 'Palvelin ei hyväksy tätä asiakastunnusta ja salaisuutta',
    meaning: 'Toinen niistä on väärä, tai ne kuuluvat toiseen asiakasympäristöön.',
    next: 'Kopioi molemmat uudelleen asiakasympäristön papereista ilman ylimääräisiä välilyöntejä.'
  },
  secret_missing: {
    title: 'Asiakasympäristön salaisuus ei ole tällä koneella',
    meaning: 'Sovellus ei voi kirjautua. Kaikki tallentamasi säilyy tällä koneella.',
    next: 'Anna salaisuus uudelleen asetusten kohdassa Asiakasympäristöt.'
  },
  unknown_visit: {
    title: 'Käynti ei ole enää tällä koneella',
    meaning: 'Se on poistettu, joten siihen ei voi lisätä mitään.',
    next: 'Valitse toinen käynti tai aloita uusi.'
  },
  visit_under_way: {
    title: 'Toinen käynti on kesken',
    meaning: 'Työ kirjataan yhteen käyntiin kerrallaan, jotta mitään ei katoa eikä mene sekaisin.',
    next: 'Päätä kesken oleva käynti ensin tai jatka sitä.'
  },
  visit_ended: {
    title: 'Käynti on päättynyt',
    meaning: 'Mitään ei tallennettu.',
    next: 'Jatka käyntiä ja skannaa tarra uudelleen.'
  },
  batch_not_set: {
    title: 'Ei ole vielä valittu, mitä skannattaville laitteille tehdään',
    meaning: 'Mitään ei tallennettu.',
    next: 'Valitse ensin ryhmä, tila tai komento.'
  },
  unknown_stack: {
    title: 'Asiakasympäristö ei ole enää tällä koneella',
    meaning: 'Se on poistettu, joten siitä ei voi lukea eikä sinne tallentaa.',
    next: 'Valitse toinen asiakasympäristö tai lisää tämä uudelleen.'
  },
  stack_name_taken: {
    title: 'Toisella asiakasympäristöllä on jo tämä nimi',
    meaning: 'Kahta samannimistä ei voisi erottaa toisistaan.',
    next: 'Anna tälle toinen nimi.'
  },
  stack_has_waiting_actions: {
    title: 'Asiakasympäristöllä on vielä toimenpiteitä jonossa',
    meaning: 'Ne kuuluvat tähän osoitteeseen ja asiakastunnukseen, eikä niitä voisi muuten enää lähettää.',
    next: 'Anna niiden lähteä tai hylkää ne jonossa, ja yritä sitten uudelleen.'
  },
  not_found: {
    title: 'Asiakasympäristö ei tunne tätä',
    meaning: 'Palvelimella ei ole mitään tällä tunnuksella.',
    next: 'Tarkista tarra ja se, että oikea asiakasympäristö on käytössä.'
  },
  refused: {
    title: 'Palvelin kieltäytyi',
    meaning: 'Se ymmärsi pyynnön mutta ei suostunut siihen. Mitään ei muutettu.',
    next: 'Lue palvelimen vastaus tiedoista ja korjaa asia.'
  },
  busy: {
    title: 'Palvelin on kiireinen',
    meaning: 'Se pyysi odottamaan hetken.',
    next: 'Odota hetki; tallennettu työ lähtee itsestään.'
  },
  server_error: {
    title: 'Palvelin vastasi virheellä',
    meaning: 'Se ei pystynyt hoitamaan osuuttaan. Vika ei ole sinun työssäsi.',
    next: 'Yritä myöhemmin uudelleen. Jos vika jatkuu, ilmoita tiedot tukeen.'
  },
  unreadable: {
    title: 'Palvelimen vastausta ei voitu lukea',
    meaning: 'Vastaus ei ollut sellainen kuin rajapinta lupaa.',
    next: 'Yritä uudelleen. Jos vika jatkuu, ilmoita tiedot tukeen.'
  },
  keychain_unavailable: {
    title: 'Tässä koneessa ei ole avainnippua, johon salaisuuden voisi tallentaa',
    meaning: 'Salaisuutta ei koskaan kirjoiteta tiedostoon, joten se ei säily seuraavaan käynnistykseen.',
    next: 'Asenna puuttuva paketti (nimi on tiedoissa) tai säilytä salaisuus vain tämän käyttökerran.'
  },
  keychain_locked: {
    title: 'Avainnippu on lukittu',
    meaning: 'Salaisuutta ei voi lukea eikä tallentaa ennen kuin se avataan.',
    next: 'Avaa koneen avainnipun lukitus ja yritä uudelleen.'
  },
  disk_full: {
    title: 'Koneen levy on täynnä',
    meaning: 'Tätä ei tallennettu.',
    next: 'Vapauta levytilaa ja yritä uudelleen.'
  },
  read_only: {
    title: 'Sovellus ei saa kirjoittaa kansioonsa',
    meaning: 'Tätä ei tallennettu.',
    next: 'Salli kirjoittaminen tietokansioon (katso Asetukset) ja yritä uudelleen.'
  },
  not_saved: {
    title: 'Tätä ei tallennettu',
    meaning: 'Tietoa ei saatu kirjoitettua tälle koneelle.',
    next: 'Yritä uudelleen. Jos vika jatkuu, kirjoita tieto muistiin ja ilmoita tukeen.'
  },
  newer_database: {
    title: 'Tällä koneella on käytetty sovelluksen uudempaa versiota',
    meaning: 'Se säilyttää tallennetun työn tavalla, jota tämä versio ei tunne.',
    next: 'Käynnistä uudempi versio.'
  },
  too_many_photos: {
    title: 'Laitteella on jo niin monta kuvaa kuin mahtuu',
    meaning: 'Kuvaa ei lisätty.',
    next: 'Poista jokin tarpeeton kuva ja lisää kuva uudelleen.'
  },
  invalid_input: {
    title: 'Jokin annetuista tiedoista ei kelpaa',
    meaning: 'Tietoa ei otettu vastaan.',
    next: 'Tarkista antamasi tiedot ja yritä uudelleen.'
  },
  action_not_open: {
    title: 'Tätä toimenpidettä ei voi enää muuttaa',
    meaning: 'Se on matkalla tai jo valmis.',
    next: 'Katso sen tila jonosta.'
  },
  set_by_policy: {
    title: 'Tästä on päättänyt organisaatiosi',
    meaning: 'Tämän koneen käytäntö määrää sen, joten se pysyy ennallaan.',
    next: 'Jos se on väärin, kerro asiasta koneen ylläpitäjälle.'
  },
  not_an_external_link: {
    title: 'Linkkiä ei avata',
    meaning: 'Selaimessa avataan vain ne harvat https-osoitteet, jotka kuuluvat tähän sovellukseen.',
    next: 'Kopioi osoite, jos luotat siihen.'
  },
  internal: {
    title: 'Sovelluksessa tapahtui virhe',
    meaning: 'Tätä ei tehty. Aiemmin tallennettu työ on tallessa.',
    next: 'Yritä uudelleen. Jos virhe toistuu, kopioi tiedot tukea varten.'
  }
}
