/** The few words on the company's page, in the reader's language; English where there is none. */

export interface Words {
  open: string;
  close: string;
  unread: string;
  lost: string;
  again: string;
}

function row(line: string): Words {
  const [open = "", close = "", unread = "", lost = "", again = ""] = line.split("|");
  return { open, close, unread, lost, again };
}

const WORDS: Record<string, string> = {
  ar: "فتح المحادثة|إغلاق المحادثة|غير مقروء|تعذّر تحميل المحادثة.|حاول مجدداً",
  de: "Chat öffnen|Chat schließen|ungelesen|Der Chat konnte nicht geladen werden.|Erneut versuchen",
  en: "Open chat|Close chat|unread|The chat could not be loaded.|Try again",
  es: "Abrir el chat|Cerrar el chat|sin leer|No se pudo cargar el chat.|Reintentar",
  fr: "Ouvrir la discussion|Fermer la discussion|non lus|La discussion n'a pas pu être chargée.|Réessayer",
  it: "Apri la chat|Chiudi la chat|non letti|Non è stato possibile caricare la chat.|Riprova",
  nl: "Chat openen|Chat sluiten|ongelezen|De chat kon niet worden geladen.|Opnieuw proberen",
  pt: "Abrir a conversa|Fechar a conversa|por ler|Não foi possível carregar a conversa.|Tentar de novo",
};

export function wordsFor(language: string): Words {
  const known = WORDS[language.toLowerCase().split("-")[0] ?? ""];
  return row(known ?? WORDS.en ?? "");
}
