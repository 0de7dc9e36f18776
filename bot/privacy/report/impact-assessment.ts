import { day, fillIn, type ReportBasis } from './report-basis.ts';

type Risk = { readonly what: string; readonly done: string; readonly left: string };

const risks: readonly Risk[] = [
  {
    what: 'Någon skriver ett lösenord, ett personnummer eller något om ett barn.',
    done: 'Lösenord och personnummer döljs innan något sparas. Texten tas bort när tiden gått ut.',
    left: 'Namn på barn och uppgifter om hälsa känns inte igen. Säg till personalen att inte skriva det.',
  },
  {
    what: 'Någon ser ett ärende som den inte ska se.',
    done: 'Rollerna styr. Att öppna någon annans ärende loggas, och det märks om loggen ändras.',
    left: 'Loggen hjälper bara om någon läser den. Bestäm vem, och hur ofta.',
  },
  {
    what: 'En kod eller nyckel kommer i fel händer.',
    done: 'Hemliga uppgifter visas bara för den som har ärendet, på begäran, och varje visning loggas.',
    left: 'Den som har sett en kod minns den. Byt koder när någon slutar.',
  },
  {
    what: 'En entreprenör får mer än den behöver.',
    done: 'Det som deskens underlag håller inne skickas inte. Hemligheter stryks ur text och filer.',
    left: 'En bild kan visa mer än tänkt. Avtalet måste säga vad entreprenören får göra.',
  },
  {
    what: 'Uppgifterna används för att bedöma en anställd.',
    done: 'Siffror om färre än fem personer visas inte. Gamla ärenden mister sina namn.',
    left: 'Förhandla enligt 11 § medbestämmandelagen innan siffror om tekniker används.',
  },
  {
    what: 'En språkmodell hittar på eller sprider något.',
    done: 'Regler bestämmer vem som får ett ärende. Modellens ord märks och hålls mot notisen.',
    left: 'Om en modell används: avtal, plats för driften och prov innan den får svara.',
  },
  {
    what: 'Databasen eller en kopia av den kommer bort.',
    done: 'Kopior kan bara läsas av sin ägare. Servern kan köras med en roll som inte äger databasen.',
    left: 'Kryptera disken. Bestäm hur länge kopior sparas; den som raderats finns kvar i äldre kopior.',
  },
];

/** A data protection impact assessment begun: what the code knows is filled in, the rest is asked for. In Swedish. */
export function renderImpactAssessment(basis: ReportBasis): string {
  return [
    `# Konsekvensbedömning: ${basis.deskName}`,
    '',
    `Artikel 35 i dataskyddsförordningen. Mall från Vaktis den ${day(basis.at)}. Det som programmet vet är ifyllt.`,
    '',
    '## 1. Vad görs, och varför?',
    '',
    'Anställda skriver till Vaktis i Teams när något krånglar. Vaktis svarar ur notiser eller lämnar ärendet till en ' +
      `tekniker eller en entreprenör. Desken har ${basis.people} personer på ${basis.sites} platser. Vad som sparas står i registerförteckningen.`,
    '',
    '## 2. Behövs en konsekvensbedömning?',
    '',
    '- Bedömning av människor: nej, ärenden bedöms.',
    '- Beslut som fattas automatiskt: nej. Regler väljer vem som får frågan, och en människa kan alltid nås.',
    '- Systematisk övervakning: nej, men loggen visar vem som har tittat.',
    '- Känsliga uppgifter: ska inte finnas.',
    `- Stor omfattning: ${basis.people > 5_000 ? 'ja, många anställda' : 'nej'}.`,
    '- Människor i beroendeställning: ja, anställda.',
    `- Ny teknik: ${basis.hasModel ? 'ja, en språkmodell' : 'nej, inga språkmodeller används'}.`,
    '',
    'Två ja eller fler talar för att en bedömning behövs.',
    '',
    '## 3. Är det nödvändigt och rimligt?',
    '',
    '- Rättslig grund: uppgift av allmänt intresse, artikel 6.1 e.',
    `- Kan samma sak göras med mindre? ${fillIn('till exempel utan telefonnummer')}`,
    '- Gallring: sker varje natt, se registerförteckningen.',
    '- Information till de anställda: Vaktis säger själv att det är en robot. ' +
      fillIn('var resten av informationen finns'),
    '- Rättigheter: `vaktis privacy export` och `vaktis privacy erase`.',
    '',
    '## 4. Risker',
    '',
    '| Risk | Vad Vaktis gör | Vad som är kvar att göra | Sannolikhet | Allvar |',
    '|---|---|---|---|---|',
    ...risks.map(
      ({ what, done, left }) => `| ${what} | ${done} | ${left} | ${fillIn('1–4')} | ${fillIn('1–4')} |`,
    ),
    '',
    '## 5. Vad sägs om det?',
    '',
    `- Dataskyddsombudet: ${fillIn('råd och datum')}`,
    `- De anställda eller deras fack: ${fillIn('synpunkter')}`,
    `- Beslut: ${fillIn('vem, när, och när det ses över')}`,
    '',
  ].join('\n');
}
