/** What people call the pages and settings beside their names, in English and German: found, and never shown. */

export const ALSO: Readonly<Record<string, string>> = {
  "/console/welcome": "welcome guide first steps onboarding start Erste Schritte Einführung",
  "/console/control": "control room supervise live watch Leitstand beaufsichtigen mitlesen Risiko",
  "/console/customers": "customers contacts people Kunden Kontakte Adressen",
  "/console/queue": "queue waiting forecast Warteschlange Wartezeit Prognose",
  "/console/quality": "quality scorecards assessments coaching Qualität Bewertungsbogen Bewertung",
  "/console/reports": "reports statistics figures analytics metrics Berichte Kennzahlen Statistik Auswertung",
  "/console/knowledge": "knowledge articles help centre faq sources Wissen Artikel Hilfe Quellen",
  "/console/skills": "skills actions booking calendar forms leads Fähigkeiten Termine Kalender Formulare",
  "/console/rules": "rules handover automation escalation Regeln Regelwerk Übergabe Automatisierung",
  "/console/records": "records orders products tickets Datensätze Bestellungen Produkte Termine",
  "/console/team":
    "team people agents users roles invite seats Mitarbeiter Menschen Rollen einladen Plätze Benutzer",
  "/console/billing":
    "billing plan invoice payment card seats usage Abrechnung Tarif Rechnung Zahlung Karte kündigen",
  "/console/settings": "settings preferences options Einstellungen Optionen",
  "/console/data":
    "data privacy export erase gdpr retention delete Daten Datenschutz DSGVO löschen Aufbewahrung Export",
  "/console/tokens": "api tokens keys developer Tokens Schlüssel Schnittstelle Entwickler",
  "/console/audit": "audit log history changes Protokoll Verlauf Änderungen",
  "/console/account":
    "account profile password two factor 2fa sessions Konto Profil Passwort Zwei-Faktor Sitzungen",
  "/console/account#notifications": "desktop alerts sound bell Benachrichtigungen Ton Desktop",
  "/console/account#language": "language German English Deutsch Sprache Englisch",
  "/console/settings/company":
    "company name logo time zone languages Unternehmen Firma Name Logo Zeitzone Sprachen",
  "/console/settings/appearance": "appearance colour brand accent Aussehen Farbe Marke Design",
  "/console/settings/widget": "widget snippet embed greeting pre-chat Chat Einbau Code Begrüßung Formular",
  "/console/settings/greetings": "greetings proactive invite Begrüßungen ansprechen Besucher",
  "/console/settings/before-chat": "form before chat pre-chat consent Formular Vorabfragen Einwilligung",
  "/console/settings/identity": "identity jwt signed login secret Identität Anmeldung signiert Geheimnis",
  "/console/settings/assistant":
    "assistant ai mode tone engine model threshold translation Assistent KI Modus Ton Modell Übersetzung",
  "/console/settings/connector": "connector integration own system Konnektor Anbindung Schnittstelle",
  "/console/settings/webhooks": "webhooks events deliveries Ereignisse Zustellungen",
  "/console/settings/hours": "opening hours holidays shifts Öffnungszeiten Feiertage Arbeitszeit",
  "/console/settings/routing":
    "routing offers assignment presence transfers Zuteilung Angebote Weiterleitung Anwesenheit",
  "/console/settings/promises": "reply times sla promises deadlines Antwortzeiten Zusagen Fristen",
  "/console/settings/replies": "canned replies macros templates shortcuts Textbausteine Makros Vorlagen",
  "/console/settings/surveys": "surveys csat ratings satisfaction Umfragen Zufriedenheit Bewertungen",
  "/console/settings/mail": "mail letters forward support address Post weiterleiten",
  "/console/settings/domains": "domains dns host Adresse Domain",
  "/console/settings/security":
    "security sso single sign-on oidc two factor Sicherheit Anmeldung Zwei-Faktor",
  "/console/settings/migrating":
    "import migration intercom zendesk chatwoot bring data Daten mitbringen übernehmen Import Umzug",
};
